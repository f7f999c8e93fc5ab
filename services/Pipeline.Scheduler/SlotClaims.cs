using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Scheduler;

/// <summary>Claims the slots that are due. The key of a run is derived from its slot, so that only one replica can create it.</summary>
internal sealed class SlotClaims(
    SourceCatalogue catalogue,
    ISourceStore sources,
    IFetchRunStore runs,
    CoverageReader coverage,
    IOptions<SchedulerOptions> options,
    TimeProvider time,
    ILogger<SlotClaims> logger) : IScheduledStep
{
    private readonly HashSet<string> _wrong = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var paused = await sources.ListPausedAsync(cancellationToken);
        foreach (var source in await catalogue.ListAsync(cancellationToken))
        {
            if (source.Schedule is not null && !paused.ContainsKey(source.Id))
            {
                await ClaimAsync(source, cancellationToken);
            }
        }
    }

    private async Task ClaimAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        if (ReadSchedule(source) is not { } schedule)
        {
            return;
        }

        var now = time.GetStoredNow();
        var since = await sources.KeepScheduledSinceAsync(source.Id, now, cancellationToken);
        var last = await runs.ListAsync(source.Id, RunCause.Schedule, after: null, limit: 1, cancellationToken) is [var newest, ..] ? newest : null;

        // While the last one is still under way its slots do not pile up: the newest is due when it has ended.
        if (last is { HasEnded: false } || SchedulePlan.Due(schedule, since, last?.Slot, now) is not { } slot)
        {
            return;
        }

        var window = source.IsAskedByDay ? await FindWindowAsync(source, slot, since, last?.Slot ?? since, cancellationToken) : null;
        var run = new FetchRun
        {
            Id = RunIds.Slot(source.Id, slot),
            SourceId = source.Id,
            Cause = RunCause.Schedule,
            Slot = slot,
            From = window?.From,
            To = window?.To,
            CreatedAt = now,
            DueAt = now,
        };
        if (await runs.TryCreateAsync(run, cancellationToken))
        {
            logger.SlotClaimed(source.Id, slot);
        }
    }

    private async Task<DayWindow> FindWindowAsync(
        SourceDefinition source, DateTimeOffset slot, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var widest = SchedulePlan.Widest(source, slot, since, options.Value.CatchUpDays);
        if (SchedulePlan.ReachesTooFar(source, before, widest))
        {
            logger.MissedTooLong(source.Id, widest.From);
        }

        return SchedulePlan.Window(source, widest, await coverage.ReadAsync(source, widest.From, widest.To, cancellationToken));
    }

    // Schedules are checked before they are stored; a store written by another version, or a machine without time zones, may hold a wrong one.
    private SourceSchedule? ReadSchedule(SourceDefinition source)
    {
        if (SourceSchedule.Check(source) is not { } fault)
        {
            _wrong.Remove(source.Id);
            return SourceSchedule.Read(source);
        }

        if (_wrong.Add(source.Id))
        {
            logger.ScheduleWrong(source.Id, fault);
        }

        return null;
    }
}
