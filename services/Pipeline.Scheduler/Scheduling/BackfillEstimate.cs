using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Scheduling;

/// <summary>What a backfill will ask of its source.</summary>
/// <param name="Days">Days from first to last.</param>
/// <param name="Covered">Of these, days that are covered and left out.</param>
/// <param name="Skipped">Of these, days on which the source lists nothing.</param>
/// <param name="Asked">Of these, days that are asked for.</param>
/// <param name="Runs">Runs, one after the other.</param>
/// <param name="Requests">Requests, about; at least, when no earlier run tells how many a day takes.</param>
/// <param name="AtLeast">Whether <paramref name="Requests"/> and <paramref name="Time"/> are lower bounds.</param>
/// <param name="Time">How long it takes, when nothing else is in the way.</param>
public sealed record BackfillEstimate(
    int Days, int Covered, int Skipped, int Asked, int Runs, long Requests, bool AtLeast, TimeSpan Time)
{
    private static readonly TimeSpan ArxivInterval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan OtherInterval = TimeSpan.FromSeconds(1);

    /// <summary>Estimates a backfill.</summary>
    /// <param name="source">The source.</param>
    /// <param name="coverage">How its days stand, in order.</param>
    /// <param name="again">Whether covered days are asked for, too.</param>
    /// <param name="daysInARun">Most days of a run, from 1.</param>
    /// <param name="history">Earlier runs of the source; those that are done tell how many requests a day takes.</param>
    public static BackfillEstimate Of(
        SourceDefinition source, IReadOnlyList<DayCoverage> coverage, bool again, int daysInARun, IEnumerable<FetchRun> history)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parts = BackfillPlan.Parts(coverage, again, daysInARun);
        var asked = parts.Sum(part => part.Days);
        var measured = RequestsADay(history);

        // Every run asks at least once.
        var requests = Math.Max(parts.Count, (long)Math.Ceiling(asked * (measured ?? 0)));
        return new BackfillEstimate(
            coverage.Count,
            again ? 0 : coverage.Count(day => day.State == DayState.Covered),
            coverage.Count(day => day.State == DayState.Skipped),
            asked,
            parts.Count,
            requests,
            AtLeast: measured is null && asked > 0,
            requests * Interval(source));
    }

    private static double? RequestsADay(IEnumerable<FetchRun> history)
    {
        var done = history
            .Where(run => run is { State: RunState.Done, From: not null, To: not null })
            .Select(run => (run.Pages, Days: run.To!.Value.DayNumber - run.From!.Value.DayNumber + 1))
            .ToList();
        return done.Count == 0 ? null : (double)done.Sum(run => run.Pages) / done.Sum(run => run.Days);
    }

    private static TimeSpan Interval(SourceDefinition source)
        => source.RequestInterval
            ?? (source.Kind is SourceKind.ArxivQuery or SourceKind.ArxivOai or SourceKind.ArxivRss ? ArxivInterval : OtherInterval);
}
