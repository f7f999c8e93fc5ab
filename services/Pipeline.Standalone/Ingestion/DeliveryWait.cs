using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Delivery;

namespace Pipeline.Standalone.Ingestion;

/// <summary>Waits until what the stages of this process completed is in the change log: queues in memory end with the process.</summary>
internal sealed class DeliveryWait(MissingEvents missing, PausedStages paused, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DateTimeOffset _since = time.GetStoredNow();

    /// <summary>Waits while something moves, and until somebody stops it. What is not told of then is told of by the next process.</summary>
    /// <returns>Papers that the log does not tell of; 0 when somebody stopped it.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (last, since) = (-1, time.GetTimestamp());
            while (true)
            {
                var count = await missing.FindAsync(_since, cancellationToken).CountAsync(cancellationToken);
                if (count == 0 || paused.Has(PipelineStage.Deliver) || (count == last && time.GetElapsedTime(since) >= Patience))
                {
                    return count;
                }

                if (count != last)
                {
                    (last, since) = (count, time.GetTimestamp());
                }

                // The log stands in the store, which tells nobody when something is added.
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }
}
