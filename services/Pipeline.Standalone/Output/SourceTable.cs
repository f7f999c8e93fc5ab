using System.Text.Json;
using Pipeline.Api.Sources;
using Pipeline.BuildingBlocks.Sources;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Sources as a table: one row a source.</summary>
internal static class SourceTable
{
    public static async Task WriteAsync(Screen screen, IAsyncEnumerable<SourceLine> sources, CancellationToken cancellationToken)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "source", "kind", "schedule", "last run", "covered to", "state" })
        {
            table.AddColumn(new TableColumn(name));
        }

        await foreach (var source in sources.WithCancellation(cancellationToken))
        {
            table.AddRow(
                Cell(source.Id),
                Cell(source.Kind),
                Cell(Schedule(source)),
                Cell(LastRun(source.LastRun)),
                Cell(source.NewestCoveredDay is { } day ? DayText.Of(day) : "-"),
                Cell(State(source)));
        }

        if (table.Rows.Count == 0)
        {
            screen.WriteLine("No sources. Add one: sources add daily --kind hf-daily --schedule \"30 6 * * *\"");
        }
        else
        {
            screen.Write(table);
        }
    }

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));

    private static string Schedule(SourceLine source) => source switch
    {
        { Schedule: null } => "on demand",
        { NextSlot: { } next } => $"{source.Schedule}, next {DayText.Local(next, source.TimeZone)}",
        _ => source.Schedule,
    };

    private static string LastRun(FetchRun? run) => run switch
    {
        null => "-",
        { EndedAt: { } ended } => $"{Word(run.State)} {DayText.Utc(ended)}",
        _ => Word(run.State),
    };

    private static string State(SourceLine source)
        => source.Reason is { } reason ? $"{Word(source.State)}: {reason}" : Word(source.State);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
