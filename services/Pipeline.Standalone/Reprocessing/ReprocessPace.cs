using System.Globalization;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Standalone.SourceWork;

namespace Pipeline.Standalone.Reprocessing;

/// <summary>How fast a run goes, and how long it may still take.</summary>
internal static class ReprocessPace
{
    // Fewer papers are over before a rate can be seen.
    private const int Telling = 1_000;

    /// <summary>The pace in words: <c>1,200 of 50,000 papers, 310 a second, about 3 min left</c>.</summary>
    /// <param name="run">The run now.</param>
    /// <param name="before">Papers that were done when watching began.</param>
    /// <param name="elapsed">Time since then.</param>
    public static string Describe(ReprocessRun run, long before, TimeSpan elapsed)
    {
        var (done, total) = (run.Counts.Done, Math.Max(run.Counts.Total, run.Counts.Done));
        var text = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0} papers");
        if (done > before && elapsed > TimeSpan.Zero)
        {
            var rate = (done - before) / elapsed.TotalSeconds;
            text = string.Create(CultureInfo.InvariantCulture, $"{text}, {rate:N0} a second");
            text = done < total ? $"{text}, about {BackfillPace.Span(TimeSpan.FromSeconds((total - done) / rate))} left" : text;
        }

        return run.Counts.Failed == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}, {run.Counts.Failed:N0} failed");
    }

    /// <summary>Papers a second of a run from its beginning to its end; null while that is unknown.</summary>
    public static double? RateOf(ReprocessRun run)
        => run is { StartedAt: { } started, ProgressAt: { } last } && last > started && run.Counts.Done > 0
            ? run.Counts.Done / (last - started).TotalSeconds
            : null;

    /// <summary>Papers a second, by the last run of the same stage and kind that was done and long enough to tell; null without one.</summary>
    public static double? Expected(IEnumerable<ReprocessRun> newestFirst, EnrichmentStage stage, bool shadow)
        => newestFirst
            .Where(run => run.State == ReprocessState.Done && run.Selection.Stage == stage && run.Shadow == shadow && run.Counts.Done >= Telling)
            .Select(RateOf)
            .FirstOrDefault(rate => rate is not null);
}
