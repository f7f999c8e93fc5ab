using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Standalone.Reprocessing;
using Pipeline.Standalone.SourceWork;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>What a person reads of reprocess runs.</summary>
internal static class ReprocessReport
{
    private const int MaxFailedShown = 5;

    /// <summary>What a run would do.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="selection">Which papers.</param>
    /// <param name="target">The version of the stage.</param>
    /// <param name="papers">Papers in all.</param>
    /// <param name="current">Of these, papers that this version has done already.</param>
    /// <param name="rate">Papers a second; null where nothing tells.</param>
    /// <param name="atLeast">Whether the rate leaves reading and writing out.</param>
    public static void WritePlan(
        Screen screen, PaperSelection selection, string target, long papers, long current, double? rate, bool atLeast)
    {
        var grid = CreateGrid();
        grid.AddRow("Reprocess", Markup.Escape($"{Word(selection.Stage)} by {target}: nothing was done"));
        grid.AddRow("Papers", Text($"{papers:N0}: {papers - current:N0} to do again, {current:N0} done by this version already"));
        if (papers > current && rate is { } known)
        {
            grid.AddRow("Time", $"{(atLeast ? "at least" : "about")} {BackfillPace.Span(TimeSpan.FromSeconds((papers - current) / known))}");
        }

        screen.Write(grid);
    }

    /// <summary>A run, and what it changed.</summary>
    public static void Write(Screen screen, ReprocessRun run)
    {
        var counts = run.Counts;
        var grid = CreateGrid();
        grid.AddRow("Run", Markup.Escape($"{run.Id:D}, {Word(run.State)}"));
        grid.AddRow("Stage", Markup.Escape($"{Word(run.Selection.Stage)} by {run.Target}{(run.Shadow ? ", compared only: nothing was written" : "")}"));
        grid.AddRow("Papers", Text($"{counts.Done:N0} of {counts.Total:N0}: {counts.Changed:N0} changed, {counts.Unchanged:N0} unchanged, {counts.Overtaken:N0} overtaken, {counts.Failed:N0} failed"));
        if (run.FailedIds.Count > 0)
        {
            grid.AddRow("Failed", Markup.Escape(Screen.Safe(Failed(run))));
        }

        grid.AddRow("Time", Markup.Escape(Times(run)));
        if (run.State == ReprocessState.Paused)
        {
            grid.AddRow("Next", $"runs resume {run.Id:D}");
        }

        if (run.Reason is { } reason)
        {
            grid.AddRow("Reason", Markup.Escape(Screen.Safe(reason)));
        }

        screen.Write(grid);
        WriteDiff(screen, run.Diff);
    }

    /// <summary>Runs as a table.</summary>
    public static void Write(Screen screen, IReadOnlyList<ReprocessRun> runs)
    {
        if (runs.Count == 0)
        {
            screen.WriteLine("No runs.");
            return;
        }

        var table = CreateTable("run", "stage", "created (UTC)", "state", "papers", "changed", "failed");
        foreach (var run in runs)
        {
            table.AddRow(
                run.Id.ToString("D"),
                Word(run.Selection.Stage) + (run.Shadow ? " (shadow)" : ""),
                run.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                Word(run.State),
                Text($"{run.Counts.Done:N0} of {run.Counts.Total:N0}"),
                Text($"{run.Counts.Changed:N0}"),
                Text($"{run.Counts.Failed:N0}"));
        }

        screen.Write(table);
    }

    private static void WriteDiff(Screen screen, ReprocessDiff diff)
    {
        if (diff.Counts.Count == 0)
        {
            return;
        }

        var counts = CreateTable("type or topic", "added", "removed", "changed");
        foreach (var count in diff.Counts)
        {
            counts.AddRow(Cell(count.Kind), Text($"{count.Added:N0}"), Text($"{count.Removed:N0}"), Text($"{count.Changed:N0}"));
        }

        screen.Write(counts);
        var examples = CreateTable("paper", "change", "type or topic", "before", "now", "words");
        foreach (var example in diff.Examples.OrderBy(example => example.Change))
        {
            examples.AddRow(
                Cell(example.PaperId), Word(example.Change), Cell(example.Kind), Score(example.Before), Score(example.After), Cell(example.Text));
        }

        screen.Write(examples);
    }

    private static string Failed(ReprocessRun run)
    {
        var shown = run.FailedIds.Take(MaxFailedShown).ToList();
        var more = run.Counts.Failed - shown.Count;
        return string.Join(", ", shown) + (more > 0 ? Text($" and {more:N0} more") : "");
    }

    private static string Times(ReprocessRun run)
    {
        var text = $"asked for {DayText.Utc(run.CreatedAt)}";
        if (run.EndedAt is { } ended)
        {
            text += $", ended {DayText.Utc(ended)}";
        }

        return ReprocessPace.RateOf(run) is { } rate ? Text($"{text}, {rate:N0} papers a second") : text;
    }

    private static Grid CreateGrid() => new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();

    private static Table CreateTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in columns)
        {
            table.AddColumn(new TableColumn(name) { NoWrap = name is "run" or "paper" or "papers" or "state" or "created (UTC)" });
        }

        return table;
    }

    private static string Score(double? score) => score is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : "";

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
