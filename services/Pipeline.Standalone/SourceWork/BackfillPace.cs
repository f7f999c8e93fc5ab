using System.Globalization;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Standalone.SourceWork;

/// <summary>How fast a backfill goes, and how long it may still take, from what was seen since it is watched.</summary>
internal static class BackfillPace
{
    /// <summary>Days passed, asked for or left out, from the first to the one in hand; all of them at the end.</summary>
    public static int Done(Backfill backfill)
    {
        var done = backfill.Next.DayNumber - backfill.From.DayNumber;

        // The part in hand is not done yet; how long it is nobody tells, one day at least.
        return backfill.RunId is null ? done : Math.Max(0, done - 1);
    }

    /// <summary>Days in all.</summary>
    public static int Total(Backfill backfill) => backfill.To.DayNumber - backfill.From.DayNumber + 1;

    /// <summary>The pace in words.</summary>
    /// <param name="backfill">The backfill now.</param>
    /// <param name="before">Days that were done when watching began.</param>
    /// <param name="elapsed">Time since then.</param>
    public static string Describe(Backfill backfill, int before, TimeSpan elapsed)
    {
        var (done, total) = (Done(backfill), Total(backfill));
        var text = $"{done} of {total} days";
        if (done > before && elapsed > TimeSpan.Zero)
        {
            var rate = (done - before) / elapsed.TotalMinutes;
            var left = TimeSpan.FromMinutes((total - done) / rate);
            text = string.Create(CultureInfo.InvariantCulture, $"{text}, {rate:0.#} a minute, about {Span(left)} left");
        }

        return backfill.Failed == 0 ? text : $"{text}, {backfill.Failed} runs failed";
    }

    /// <summary>A length of time as people say it.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => Text(Math.Max(1, span.TotalSeconds), "0", "s"),
        { TotalMinutes: < 90 } => Text(span.TotalMinutes, "0", "min"),
        { TotalHours: < 48 } => Text(span.TotalHours, "0.#", "h"),
        _ => Text(span.TotalDays, "0.#", "days"),
    };

    private static string Text(double number, string form, string unit) => $"{number.ToString(form, CultureInfo.InvariantCulture)} {unit}";
}
