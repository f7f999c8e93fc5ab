using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Keyphrases;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>How well keyphrases are picked, as a table or one JSON object.</summary>
internal static class KeyphraseReport
{
    public static void Write(Screen screen, KeyphraseEvaluation evaluation, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(evaluation, PaperJson.Options));
            return;
        }

        screen.WriteLine($"{evaluation.Papers} abstracts");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("keyphrases");
        foreach (var depth in KeyphraseEvaluation.Depths)
        {
            table.AddColumn($"P at {depth}").AddColumn($"R at {depth}");
        }

        AddRow(table, "stage", evaluation.Stage);
        AddRow(table, "in order", evaluation.InOrder);
        screen.Write(table);
    }

    private static void AddRow(Table table, string name, IReadOnlyList<KeyphraseScores> scores)
        => table.AddRow([name, .. scores.SelectMany(score => new[] { Share(score.Precision), Share(score.Recall) })]);

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
