using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Sources;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Runs as a table, and one as a line.</summary>
internal static class RunTable
{
    public static void Write(Screen screen, IReadOnlyList<FetchRun> runs)
    {
        if (runs.Count == 0)
        {
            screen.WriteLine("No runs.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "source", "cause", "days", "created", "state", "answers", "reason" })
        {
            table.AddColumn(new TableColumn(name));
        }

        foreach (var run in runs)
        {
            table.AddRow(
                Cell(run.SourceId),
                Cell(Word(run.Cause)),
                Cell(DayText.Of(run.From, run.To)),
                Cell(DayText.Utc(run.CreatedAt)),
                Cell(Word(run.State)),
                Cell(Answers(run)),
                Cell(run.Reason ?? ""));
        }

        screen.Write(table);
    }

    /// <summary>A run as one plain line: <c>daily, 2026-01-08 to 2026-01-15: done, answers: 8 (2 unchanged)</c>.</summary>
    public static string Line(FetchRun run)
    {
        var days = run.From is null ? "" : $", {DayText.Of(run.From, run.To)}";
        var reason = run.Reason is { } text ? $": {text}" : "";
        return Screen.Safe($"{run.SourceId}{days}: {Word(run.State)}, answers: {Answers(run)}{reason}");
    }

    private static string Answers(FetchRun run)
        => run.Unchanged == 0
            ? run.Pages.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{run.Pages} ({run.Unchanged} unchanged)");

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
