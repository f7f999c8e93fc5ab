using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Names;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>How well names are found, as a table or one JSON object.</summary>
internal static class NameReport
{
    public static void Write(Screen screen, NameEvaluation evaluation, bool json, int errors)
    {
        var listed = evaluation.Errors.Take(errors).ToList();
        if (json)
        {
            var report = new { evaluation.Papers, evaluation.Methods, evaluation.Datasets, evaluation.Metrics, Errors = listed };
            Console.WriteLine(JsonSerializer.Serialize(report, PaperJson.Options));
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "names", "labels", "strict P", "R", "F1", "overlap P", "R", "F1" })
        {
            table.AddColumn(name);
        }

        AddRow(table, "methods", evaluation.Methods);
        AddRow(table, "datasets", evaluation.Datasets);
        AddRow(table, "metrics", evaluation.Metrics);
        screen.Write(table);
        foreach (var error in listed)
        {
            screen.WriteLine(Screen.Safe($"{error.Id}  {error.Kind} {error.Error}: {string.Join(" / ", new[] { error.Label, error.Found }.OfType<string>())}"));
        }
    }

    private static void AddRow(Table table, string name, NameScores scores)
        => table.AddRow(
            name,
            (scores.Strict.Right + scores.Strict.Missed).ToString(CultureInfo.InvariantCulture),
            Share(scores.Strict.Precision),
            Share(scores.Strict.Recall),
            Share(scores.Strict.F1),
            Share(scores.Overlap.Precision),
            Share(scores.Overlap.Recall),
            Share(scores.Overlap.F1));

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
