using System.Globalization;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Standalone.SourceWork;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>What a person reads before and after a backfill.</summary>
internal static class BackfillReport
{
    private const int MaxReasons = 10;

    /// <summary>What a backfill would do.</summary>
    public static void Write(Screen screen, SourceDefinition source, DayWindow window, BackfillEstimate estimate)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        grid.AddRow("Backfill", Markup.Escape($"{source.Id}, {DayText.Of(window.From, window.To)}: nothing was fetched"));
        grid.AddRow("Days", string.Create(
            CultureInfo.InvariantCulture, $"{estimate.Days:N0}: {estimate.Asked:N0} to ask for, {estimate.Covered:N0} covered already, {estimate.Skipped:N0} on which nothing is listed"));
        grid.AddRow("Runs", estimate.Runs.ToString("N0", CultureInfo.InvariantCulture));
        if (estimate.Requests > 0)
        {
            var bound = estimate.AtLeast ? "at least" : "about";
            grid.AddRow("Requests", string.Create(CultureInfo.InvariantCulture, $"{bound} {estimate.Requests:N0}"));
            grid.AddRow("Time", $"{bound} {BackfillPace.Span(estimate.Time)}");
        }

        screen.Write(grid);
    }

    /// <summary>What a backfill did.</summary>
    public static async Task WriteAsync(Screen screen, SourceDefinition source, BackfillOutcome outcome)
    {
        var (backfill, days) = (outcome.Backfill, outcome.Days);
        screen.WriteLine(Screen.Safe(string.Create(
            CultureInfo.InvariantCulture,
            $"{source.Id}, {DayText.Of(backfill.From, backfill.To)}: {Word(backfill.State)}, {Count(days, DayState.Covered)} days covered, {Count(days, DayState.Waiting)} waiting, {Count(days, DayState.Skipped)} skipped, {Count(days, DayState.Uncovered)} uncovered, {backfill.Failed} runs failed")));
        if (outcome.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{source.Id}: {problem}"));
        }

        foreach (var span in CoverageCalendar.Spans(days).Where(span => span.State == DayState.Uncovered).Take(MaxReasons))
        {
            await Console.Error.WriteLineAsync(Screen.Safe($"{DayText.Of(span.First, span.Last)}: {span.Reason}"));
        }
    }

    private static int Count(IEnumerable<DayCoverage> days, DayState state) => days.Count(day => day.State == state);

    private static string Word(BackfillState state) => state.ToString().ToLowerInvariant();
}
