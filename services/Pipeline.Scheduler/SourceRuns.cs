using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Scheduler;

/// <summary>Runs that a person asks for, and what becomes of runs under way when a person or a restart lets them go on.</summary>
public sealed class SourceRuns(IFetchRunStore runs, IBus bus, IOptions<SchedulerOptions> options, TimeProvider time)
{
    private const int NewestRuns = 1_000;

    /// <summary>Starts a run and hands it to the Fetcher at once.</summary>
    /// <param name="source">The source.</param>
    /// <param name="window">Days to ask for; null asks for what a scheduled run would ask for now.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The run. When the broker fails, it is in the store all the same and dispatched later.</returns>
    public async Task<FetchRun> StartAsync(SourceDefinition source, DayWindow? window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var now = time.GetStoredNow();
        var days = source.IsAskedByDay ? window ?? SchedulePlan.Usual(source, source.DayOf(now)) : null;
        var run = new FetchRun
        {
            Id = NewId.NextGuid(),
            SourceId = source.Id,
            Cause = RunCause.Manual,
            From = days?.From,
            To = days?.To,
            CreatedAt = now,
            DueAt = now + options.Value.RedispatchAfter,
        };
        await runs.TryCreateAsync(run, cancellationToken);
        await bus.PublishCommandAsync(RunDispatch.ToMessage(run), cancellationToken);
        return run;
    }

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
        var newest = await runs.ListAsync(sourceId, cause: null, NewestRuns, cancellationToken);
        foreach (var run in newest.Where(run => !run.HasEnded && wanted(run)))
        {
            await runs.UpdateAsync(run with { State = RunState.Waiting, DueAt = now }, cancellationToken);
        }
    }
}
