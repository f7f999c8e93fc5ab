using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Ingestion;

namespace Pipeline.Standalone.Reprocessing;

/// <summary>Watches a run until it ends, or somebody stops it. Separate workers tell of failures in their own log.</summary>
internal sealed class ReprocessFollower(
    IReprocessStore store, Deployment deployment, IOptions<StandaloneOptions> options, TimeProvider time, FaultLog? faults = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits.</summary>
    /// <param name="run">The run.</param>
    /// <param name="report">Told how it stands.</param>
    /// <param name="cancellationToken">Stops the wait; the run goes on where it is the next time.</param>
    /// <returns>The run as it stands then, and why it is not finished; null when it is, or a person stopped it.</returns>
    public async Task<(ReprocessRun Run, string? Problem)> WaitAsync(ReprocessRun run, Action<ReprocessRun> report, CancellationToken cancellationToken)
    {
        var (last, since) = (-1L, time.GetTimestamp());
        while (true)
        {
            run = await store.FindAsync(run.Id, cancellationToken) ?? run;
            report(run);
            if (run.State != ReprocessState.Running)
            {
                return (run, null);
            }

            if (faults?.First is { } fault)
            {
                return (run, fault);
            }

            if (run.Counts.Done != last)
            {
                (last, since) = (run.Counts.Done, time.GetTimestamp());
            }
            else if (deployment.Workers && time.GetElapsedTime(since) >= options.Value.StallTimeout)
            {
                return (run, $"nothing has moved for {options.Value.StallTimeout.TotalSeconds:0} s; the run is kept and goes on when the workers run");
            }

            // Whoever holds the run writes its counts into the store.
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
