using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>A paper's timeline as a table, the newest entry last.</summary>
internal static class TimelineTable
{
    // A trace id or a time in two pieces cannot be copied.
    private static readonly (string Name, bool Whole)[] Columns =
        [("time", true), ("stage", true), ("outcome", false), ("version", false), ("duration", true), ("attempt", false), ("trace", true)];

    public static void Write(Screen screen, IReadOnlyList<TimelineEntry> entries)
    {
        if (entries.Count == 0)
        {
            screen.WriteLine("Nothing: it was stored before timelines were kept.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var (name, whole) in Columns)
        {
            table.AddColumn(new TableColumn(name) { NoWrap = whole });
        }

        foreach (var entry in entries)
        {
            table.AddRow([.. Cells(entry).Select(cell => Markup.Escape(Screen.Safe(cell)))]);
        }

        screen.Write(table);

        // Beside the rest, a reason would be a column of single words.
        foreach (var entry in entries.Where(entry => entry.Reason is not null))
        {
            screen.WriteLine(Screen.Safe($"  {Time(entry)}  {entry.Stage} {Word(entry.Outcome)}: {entry.Reason}"));
        }
    }

    /// <summary>A duration as people read it: <c>0.21 ms</c>, <c>1.5 s</c>, <c>2 h 05 min</c>.</summary>
    internal static string Duration(double? milliseconds)
    {
        if (milliseconds is not { } value)
        {
            return "";
        }

        var time = TimeSpan.FromMilliseconds(value);
        return value switch
        {
            < 10 => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} ms"),
            < 1000 => string.Create(CultureInfo.InvariantCulture, $"{value:0} ms"),
            < 60_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1000:0.0} s"),
            < 3_600_000 => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes:00} min"),
        };
    }

    private static IEnumerable<string> Cells(TimelineEntry entry)
    {
        yield return Time(entry);
        yield return entry.Stage;
        yield return Word(entry.Outcome);
        yield return entry.Version ?? "";
        yield return Duration(entry.Milliseconds);
        yield return entry.RunId is { } run ? $"{Number(entry.Attempt)} of run {run}" : Number(entry.Attempt);
        yield return entry.TraceId ?? "";
    }

    private static string Time(TimelineEntry entry) => entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word(TimelineOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());
}
