using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Standalone.Ingestion;

namespace Pipeline.Standalone.SourceWork;

/// <summary>Watches a backfill to its end, and until its papers are enriched. Separate workers tell of failures in their own log.</summary>
internal sealed class BackfillFollower(
    IFetchRunStore runs, CoverageReader coverage, IPaperStore papers, IOptions<StandaloneOptions> options, TimeProvider time, FaultLog? faults = null)
{
    // The work goes on in other processes or on other threads, and the store alone says how far it is.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for the end of a backfill.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="backfill">The backfill.</param>
    /// <param name="report">Told how many days are done, and how it goes in words.</param>
    /// <param name="cancellationToken">Stops the wait; the backfill goes on where it is the next time.</param>
    public async Task<BackfillOutcome> WaitAsync(
        SourceDefinition source, Backfill backfill, Action<int, string> report, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var (window, before) = (new DayWindow(backfill.From, backfill.To), -1);
        var problem = (string?)null;
        while (true)
        {
            backfill = await runs.FindBackfillAsync(backfill.Id, cancellationToken) ?? backfill;
            before = before < 0 ? BackfillPace.Done(backfill) : before;
            var run = backfill.RunId is { } id ? await runs.FindAsync(id, cancellationToken) : null;
            var waits = run is { State: RunState.Waiting, Reason: { } reason } ? $"; waiting: {reason}" : "";
            report(BackfillPace.Done(backfill), BackfillPace.Describe(backfill, before, time.GetElapsedTime(began)) + waits);
            problem = faults?.First;
            if (backfill.State != BackfillState.Running || problem is not null)
            {
                break;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        problem ??= await WaitForPapersAsync(source, window, report, cancellationToken);
        return new BackfillOutcome(backfill, await coverage.ReadAsync(source, window.From, window.To, cancellationToken), problem);
    }

    private async Task<string?> WaitForPapersAsync(
        SourceDefinition source, DayWindow window, Action<int, string> report, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var last = (Waiting: -1, Pending: -1L);
        while (true)
        {
            var days = await coverage.ReadAsync(source, window.From, window.To, cancellationToken);
            var now = (Waiting: days.Count(day => day.State == DayState.Waiting), Pending: await papers.CountPendingAsync(listingId: null, cancellationToken));

            // Today waits until it is over; nobody waits for that here.
            var open = window.To >= source.DayOf(time.GetUtcNow()) ? 1 : 0;
            if (now.Waiting <= open && now.Pending == 0)
            {
                return null;
            }

            if (now != last)
            {
                (last, since) = (now, time.GetTimestamp());
                report(window.Days, $"{window.Days} of {window.Days} days, {now.Pending} papers being enriched");
            }
            else if (time.GetElapsedTime(since) >= options.Value.StallTimeout)
            {
                return $"nothing has moved for {options.Value.StallTimeout.TotalSeconds:0} s; the work is kept and goes on when the workers run";
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}

/// <summary>How a backfill that somebody watched ended.</summary>
/// <param name="Backfill">The backfill as stored.</param>
/// <param name="Days">How its days stand now.</param>
/// <param name="Problem">Why it is not finished; null when it is.</param>
internal sealed record BackfillOutcome(Backfill Backfill, IReadOnlyList<DayCoverage> Days, string? Problem)
{
    /// <summary>True when a day is uncovered, or it is not finished: exit code 1.</summary>
    public bool Failed => Problem is not null || Backfill.State != BackfillState.Done || Days.Any(day => day.State == DayState.Uncovered);
}
