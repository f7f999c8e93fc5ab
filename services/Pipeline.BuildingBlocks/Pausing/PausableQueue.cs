using MassTransit;

namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>A queue of this process that reads, or is paused. Not safe for use by several threads at once.</summary>
internal sealed class PausableQueue(PipelineStage stage, IReceiveEndpoint endpoint)
{
    // A queue that loses its broker while it stops may never tell that it has; no other queue is to wait for it.
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(1);

    private volatile bool _paused;

    /// <summary>The stage it belongs to.</summary>
    public PipelineStage Stage => stage;

    /// <summary>It reads again, whoever started it: the kill switch does after its own pause.</summary>
    public void Started() => _paused = false;

    /// <summary>Stops reading, once the messages in hand are done, or reads again.</summary>
    /// <returns>False when there was nothing to do.</returns>
    /// <exception cref="TimeoutException">It has not stopped within a minute.</exception>
    public async Task<bool> SetAsync(bool paused, CancellationToken cancellationToken)
    {
        if (paused == _paused)
        {
            return false;
        }

        if (paused)
        {
            await endpoint.Stop(cancellationToken).WaitAsync(StopLimit, cancellationToken);
        }
        else
        {
            // Not awaited until it reads: while the broker is away that takes as long, and other queues must not wait for it.
            _ = endpoint.Start(cancellationToken);
        }

        _paused = paused;
        return true;
    }
}
