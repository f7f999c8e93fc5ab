using Pipeline.BuildingBlocks.Pausing;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Stages, and which of them are paused.</summary>
internal static class StageTable
{
    /// <summary>What a person calls a stage.</summary>
    public static string Word(PipelineStage stage) => stage.ToString().ToLowerInvariant();

    /// <summary>One sentence about a pause.</summary>
    public static string Says(StagePause pause)
        => $"{Word(pause.Stage)} is paused since {DayText.Utc(pause.Since)} by {pause.By}{(pause.Reason is { } reason ? $": {reason}" : "")}.";

    /// <summary>All stages, in order, for JSON.</summary>
    public static IEnumerable<PausableStageLine> Lines(IReadOnlyList<StagePause> pauses)
        => Enum.GetValues<PipelineStage>().Select(stage => PausableStageLine.Of(stage, pauses.FirstOrDefault(pause => pause.Stage == stage)));

    public static void Write(Screen screen, IReadOnlyList<StagePause> pauses)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "stage", "state", "since", "by", "reason" })
        {
            table.AddColumn(name);
        }

        foreach (var line in Lines(pauses))
        {
            table.AddRow(
                Word(line.Stage),
                line.Paused ? "paused" : "running",
                line.Since is { } since ? DayText.Utc(since) : "",
                Cell(line.By),
                Cell(line.Reason));
        }

        screen.Write(table);
    }

    private static string Cell(string? text) => Markup.Escape(Screen.Safe(text ?? ""));
}

/// <summary>A stage as JSON shows it.</summary>
internal sealed record PausableStageLine(PipelineStage Stage, bool Paused, DateTimeOffset? Since, string? By, string? Reason)
{
    public static PausableStageLine Of(PipelineStage stage, StagePause? pause) => new(stage, pause is not null, pause?.Since, pause?.By, pause?.Reason);
}
