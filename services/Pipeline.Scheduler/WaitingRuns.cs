using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler;

/// <summary>Lets runs go on that wait, when a person or a restart says so.</summary>
public sealed class WaitingRuns(IFetchRunStore runs, TimeProvider time)
{
    private const int NewestRuns = 1_000;

    /// <summary>
    /// Makes runs due that wait for a message or a Fetcher lost with the last process. Only for a process that is alone with
    /// its store. A run that waits because its source asked for a pause is left to its time.
    /// </summary>
    /// <param name="sourceId">Only this source's; null takes all.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public Task ResumeAsync(string? sourceId, CancellationToken cancellationToken)
        => MakeDueAsync(sourceId, run => run.State == RunState.Running || run.Reason is null, cancellationToken);

    /// <summary>Makes all runs of a source due that wait: its pause is over.</summary>
    public Task ReleaseAsync(string sourceId, CancellationToken cancellationToken)
        => MakeDueAsync(sourceId, run => run.State == RunState.Waiting, cancellationToken);

    private async Task MakeDueAsync(string? sourceId, Func<FetchRun, bool> wanted, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var newest = await runs.ListAsync(sourceId, cause: null, after: null, NewestRuns, cancellationToken);
        foreach (var run in newest.Where(run => !run.HasEnded && wanted(run)))
        {
            await runs.UpdateAsync(run with { State = RunState.Waiting, DueAt = now, HeldUntil = null }, cancellationToken);
        }
    }
}
