using System.Globalization;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Topics;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>How well topics are assigned, as tables or one JSON object.</summary>
internal static class TopicScoreReport
{
    public static void Write(Screen screen, TopicScoreLine line, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(line, PaperJson.Options));
            return;
        }

        screen.WriteLine(Screen.Safe($"{line.File}: {line.Papers} papers by {line.Classifier}; {line.Abstained} without topics"));
        screen.WriteLine($"micro P {Share(line.MicroPrecision)} R {Share(line.MicroRecall)} F1 {Share(line.MicroF1)}; best topic right {Share(line.PrecisionOfBest)}; calibration error {Share(line.CalibrationError)}");
        screen.WriteLine($"macro F1 {Share(line.MacroF1)} of labels with {TopicEvaluation.LeastSupport} papers, {Share(line.MacroF1OfPresent)} of those present, {Share(line.MacroF1OfAll)} of all");
        screen.WriteLine($"topics beyond these labels: {line.Beyond}, of which {line.BeyondRight} are categories of their paper");
        screen.Write(Labels(line));
        foreach (var row in line.Confusions)
        {
            screen.WriteLine(Screen.Safe($"missed {row.Missed}, given {row.Given}: {row.Papers}"));
        }

        foreach (var error in line.Errors)
        {
            screen.WriteLine(Screen.Safe($"{error.Id}  {error.Score.ToString("0.00", CultureInfo.InvariantCulture)} wrong {string.Join(", ", error.Wrong)}; missed {string.Join(", ", error.Missed)}: {error.Title}"));
        }
    }

    private static Table Labels(TopicScoreLine line)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "label", "papers", "given", "precision", "recall", "F1", "threshold" })
        {
            table.AddColumn(name);
        }

        foreach (var row in line.Labels.Where(row => row.Support + row.Given > 0))
        {
            table.AddRow(
                Markup.Escape(Screen.Safe(row.Label)), Count(row.Support), Count(row.Given), Share(row.Precision), Share(row.Recall), Share(row.F1), Share(row.Threshold));
        }

        return table;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share) => share?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";
}
