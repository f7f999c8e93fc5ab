using System.Globalization;
using Pipeline.BuildingBlocks.Sources;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Covered and uncovered days: a character a day, a row a month, and the reasons below.</summary>
internal static class CoverageCalendar
{
    private const string Ruler = "1...5....10...15...20...25...30.";
    private const int MaxReasons = 20;

    public static void Write(Screen screen, SourceDefinition source, IReadOnlyList<DayCoverage> days)
    {
        screen.WriteLine(Screen.Safe($"{source.Id}, {DayText.Of(days[0].Day, days[^1].Day)}, days in {source.TimeZone}"));
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("month") { NoWrap = true });
        table.AddColumn(new TableColumn(Ruler) { NoWrap = true });
        foreach (var state in Enum.GetValues<DayState>())
        {
            table.AddColumn(new TableColumn($"{Symbol(state)} {Word(state)}") { Alignment = Justify.Right, NoWrap = true });
        }

        foreach (var month in days.GroupBy(day => (day.Day.Year, day.Day.Month)))
        {
            table.AddRow([
                $"{month.Key.Year:0000}-{month.Key.Month:00}",
                Row([.. month]),
                .. Enum.GetValues<DayState>().Select(state => Count(month, state))]);
        }

        screen.Write(table);
        WriteReasons(screen, days);
    }

    /// <summary>Days in a row that stand alike for the same reason.</summary>
    public static IEnumerable<(DateOnly First, DateOnly Last, DayState State, string Reason)> Spans(IEnumerable<DayCoverage> days)
    {
        (DateOnly First, DateOnly Last, DayState State, string Reason)? span = null;
        foreach (var day in days.Where(day => day.State is DayState.Uncovered or DayState.Waiting))
        {
            var reason = day.Reason ?? "";
            if (span is { } open && open.Last.AddDays(1) == day.Day && open.State == day.State && open.Reason == reason)
            {
                span = open with { Last = day.Day };
                continue;
            }

            if (span is { } ended)
            {
                yield return ended;
            }

            span = (day.Day, day.Day, day.State, reason);
        }

        if (span is { } last)
        {
            yield return last;
        }
    }

    /// <summary>One month as 31 characters.</summary>
    public static string Row(IReadOnlyList<DayCoverage> days)
    {
        var row = Enumerable.Repeat(' ', 31).ToArray();
        foreach (var day in days)
        {
            row[day.Day.Day - 1] = Symbol(day.State);
        }

        return new string(row);
    }

    private static void WriteReasons(Screen screen, IReadOnlyList<DayCoverage> days)
    {
        var spans = Spans(days).ToList();
        foreach (var (first, last, state, reason) in spans.Take(MaxReasons))
        {
            screen.WriteLine(Screen.Safe($"{Symbol(state)} {DayText.Of(first, last)}: {reason}"));
        }

        if (spans.Count > MaxReasons)
        {
            screen.WriteLine($"… and {spans.Count - MaxReasons} more: --json lists every day");
        }
    }

    private static string Count(IEnumerable<DayCoverage> days, DayState state)
        => days.Count(day => day.State == state).ToString(CultureInfo.InvariantCulture);

    private static char Symbol(DayState state) => state switch
    {
        DayState.Covered => '#',
        DayState.Waiting => '~',
        DayState.Skipped => '-',
        _ => '!',
    };

    private static string Word(DayState state) => state.ToString().ToLowerInvariant();
}
