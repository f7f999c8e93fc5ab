using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Scheduler;

/// <summary>Runs that a person asks for.</summary>
public sealed class SourceRuns(IFetchRunStore runs, IBus bus, IOptions<SchedulerOptions> options, TimeProvider time)
{
    private const int NewestRuns = 100;

    /// <summary>
    /// Starts a run and hands it to the Fetcher at once. One that a person asked for before, for the same days, and that has
    /// not ended is gone on with instead.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="window">Days to ask for; null asks for what a scheduled run would ask for now.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The run. When the broker fails, it is in the store all the same and dispatched later.</returns>
    public async Task<FetchRun> StartAsync(SourceDefinition source, DayWindow? window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var now = time.GetStoredNow();
        var days = source.IsAskedByDay ? window ?? SchedulePlan.Usual(source, source.DayOf(now)) : null;
        var newest = await runs.ListAsync(source.Id, RunCause.Manual, after: null, NewestRuns, cancellationToken);
        if (newest.FirstOrDefault(open => !open.HasEnded && open.From == days?.From && open.To == days?.To) is { } known)
        {
            return known;
        }

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
}
