using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Scheduler;

/// <summary>
/// Moves backfills on, part by part: the next one when the run before has ended. Any replica may do it: the key of a part
/// is derived from its first day, and the backfill is written only over the state that was read.
/// </summary>
internal sealed class BackfillSteps(
    SourceCatalogue catalogue,
    ISourceStore sources,
    IFetchRunStore runs,
    CoverageReader coverage,
    IOptions<SchedulerOptions> options,
    TimeProvider time,
    ILogger<BackfillSteps> logger) : IScheduledStep
{
    // Days judged together: a part fits in, and years of covered days are not read at every step.
    private const int DaysRead = 31;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var paused = await sources.ListPausedAsync(cancellationToken);
        foreach (var backfill in await runs.ListRunningBackfillsAsync(cancellationToken))
        {
            if (!paused.ContainsKey(backfill.SourceId))
            {
                await AdvanceAsync(backfill, cancellationToken);
            }
        }
    }

    private async Task AdvanceAsync(Backfill backfill, CancellationToken cancellationToken)
    {
        if (await catalogue.FindAsync(backfill.SourceId, cancellationToken) is not { } source)
        {
            await EndAsync(backfill with { State = BackfillState.Cancelled }, cancellationToken);
            return;
        }

        var run = backfill.RunId is { } id ? await runs.FindAsync(id, cancellationToken) : null;
        if (run is { HasEnded: false })
        {
            return;
        }

        var next = backfill with { RunId = null, Failed = backfill.Failed + (run is { State: RunState.Failed } ? 1 : 0) };
        if (await FindPartAsync(source, backfill, cancellationToken) is not { } part)
        {
            await EndAsync(next with { State = BackfillState.Done, Next = backfill.To.AddDays(1) }, cancellationToken);
            return;
        }

        var created = await CreateRunAsync(backfill, part, cancellationToken);
        await runs.UpdateAsync(next with { RunId = created.Id, Next = created.To!.Value.AddDays(1) }, cancellationToken);
    }

    private async Task<DayWindow?> FindPartAsync(SourceDefinition source, Backfill backfill, CancellationToken cancellationToken)
    {
        var daysInARun = BackfillPlan.DaysInARun(source, options.Value.BackfillDays);
        for (var first = backfill.Next; first <= backfill.To; first = first.AddDays(DaysRead))
        {
            var last = first.AddDays(DaysRead - 1);
            var days = await coverage.ReadAsync(source, first, last < backfill.To ? last : backfill.To, cancellationToken);
            if (BackfillPlan.NextPart(days, backfill.Again, daysInARun) is { } part)
            {
                return part;
            }
        }

        return null;
    }

    // The run first: a crash before the backfill names it leaves a run that is found again by its key.
    private async Task<FetchRun> CreateRunAsync(Backfill backfill, DayWindow part, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var run = new FetchRun
        {
            Id = RunIds.Part(backfill.Id, backfill.Round, part.From),
            SourceId = backfill.SourceId,
            Cause = RunCause.Backfill,
            BackfillId = backfill.Id,
            From = part.From,
            To = part.To,
            CreatedAt = now,
            DueAt = now,
        };
        return await runs.TryCreateAsync(run, cancellationToken) ? run : await runs.FindAsync(run.Id, cancellationToken) ?? run;
    }

    private async Task EndAsync(Backfill backfill, CancellationToken cancellationToken)
    {
        if (await runs.UpdateAsync(backfill with { EndedAt = time.GetStoredNow() }, cancellationToken))
        {
            logger.BackfillEnded(backfill.SourceId, backfill.From, backfill.To, backfill.Failed);
        }
    }
}
