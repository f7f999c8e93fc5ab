using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pipeline.Standalone.Output;

/// <summary>The answers to one question about sentences as tables that fit 80 columns.</summary>
internal static class LabelScoreTables
{
    // Seven classes side by side must fit.
    private const int LongestName = 6;

    public static string Heading(string file, int abstracts, int sentences, int cutOtherwise)
        => Screen.Safe($"{file}: {abstracts} abstracts, {sentences} sentences; {cutOtherwise} cut otherwise by the splitter");

    /// <summary>A question with several answers: methods, classes, confusion, calibration, errors.</summary>
    public static IEnumerable<IRenderable> All(string name, LabelScoreLine line, int width)
        => [Methods(name, line), Note(line), PerClass(line), Confusion(line), Calibration(line), .. LabelErrorTable.Of(line.Errors, width)];

    /// <summary>The same without methods and calibration.</summary>
    public static IEnumerable<IRenderable> Classes(string name, LabelScoreLine line, int width)
        => [PerClass(line, name), Confusion(line), .. LabelErrorTable.Of(line.Errors, width)];

    /// <summary>A yes or no: methods, calibration, errors.</summary>
    public static IEnumerable<IRenderable> Binary(string name, LabelScoreLine line, int width)
        => [Methods(name, line), Note(line), Calibration(line), .. LabelErrorTable.Of(line.Errors, width)];

    public static string Share(double? share) => share?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";

    private static Table Methods(string name, LabelScoreLine line)
    {
        var isBinary = line.Classes.Count == 2;
        var table = Create(name, isBinary ? ["precision", "recall", "F1", "accuracy"] : ["accuracy", "macro-F1"]);
        foreach (var method in line.Methods)
        {
            double?[] shares = isBinary ? [method.Precision, method.Recall, method.F1, method.Accuracy] : [method.Accuracy, method.MacroF1];
            table.AddRow([method.Name, .. shares.Select(Share)]);
        }

        return table;
    }

    private static Text Note(LabelScoreLine line)
        => new(line.BaselinesFrom == "train" ? "Baselines learned from --train.\n" : "Majority of these labels themselves; by place only with --train that has such labels.\n");

    private static Table PerClass(LabelScoreLine line, string name = "class")
    {
        var table = Create(name, "labelled", "given", "precision", "recall", "F1");
        foreach (var item in line.Classes)
        {
            table.AddRow(item.Name, Count(item.Support), Count(item.Predicted), Share(item.Precision), Share(item.Recall), Share(item.F1));
        }

        return table;
    }

    private static Table Confusion(LabelScoreLine line)
    {
        var table = Create("label, given:", [.. line.Classes.Select(item => Short(item.Name))]);
        foreach (var (index, row) in line.Confusion.Index())
        {
            table.AddRow([line.Classes[index].Name, .. row.Select(Count)]);
        }

        return table;
    }

    private static Table Calibration(LabelScoreLine line)
    {
        var table = Create("score", "sentences", "mean score", "true");
        foreach (var bin in line.Calibration.Where(bin => bin.Sentences > 0))
        {
            table.AddRow(string.Create(CultureInfo.InvariantCulture, $"{bin.From:0.00} to {bin.To:0.00}"), Count(bin.Sentences), Share(bin.MeanScore), Share(bin.Share));
        }

        table.AddRow("calibration error", "", "", Share(line.CalibrationError));
        return table;
    }

    private static Table Create(string first, params IReadOnlyList<string> others)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(first) { NoWrap = true });
        foreach (var name in others)
        {
            table.AddColumn(new TableColumn(name) { Alignment = Justify.Right, NoWrap = true, Padding = new(1, 0, 0, 0) });
        }

        return table;
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + ".";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
