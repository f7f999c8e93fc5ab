using System.Globalization;
using Pipeline.Learning.Quantities;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>How well quantities are found, as tables: spans and fields, then spans by kind.</summary>
internal static class QuantityReport
{
    private const string Nothing = "-";

    public static void Write(Screen screen, int texts, QuantityScores scores)
    {
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts} texts"));
        screen.Write(Fields(scores));
        screen.Write(Kinds(scores));
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calibration error {scores.Confidence.Error:F3}"));
    }

    private static Table Fields(QuantityScores scores)
    {
        var table = WithColumns("quantities", "labelled", "found", "right", "P", "R", "F1");
        AddRow(table, "strict", scores.Strict);
        AddRow(table, "overlap", scores.Overlap);
        AddRow(table, "overlap, values right", scores.OverlapWithValues);
        AddRow(table, "values", scores.Values);
        AddRow(table, "unit", scores.Unit);
        AddRow(table, "direction", scores.Direction);
        AddRow(table, "metric", scores.Metric);
        AddRow(table, "baseline", scores.Baseline);
        AddRow(table, "dataset", scores.Dataset);
        AddRow(table, "entity", scores.Entity);
        return table;
    }

    // What is not labelled is not scored.
    private static void AddRow(Table table, string name, Tally tally)
    {
        if (tally.Gold + tally.Found > 0)
        {
            table.AddRow(name, Number(tally.Gold), Number(tally.Found), Number(tally.Right), Share(tally.Precision), Share(tally.Recall), Share(tally.F1));
        }
    }

    private static Table Kinds(QuantityScores scores)
    {
        var table = WithColumns("kind", "labelled", "found", "strict P", "R", "F1", "overlap P", "R", "F1");
        foreach (var (kind, of) in scores.Kinds)
        {
            if (of.Overlap.Gold + of.Overlap.Found > 0)
            {
                table.AddRow([kind.ToString().ToLowerInvariant(), Number(of.Overlap.Gold), Number(of.Overlap.Found), .. Shares(of.Strict), .. Shares(of.Overlap)]);
            }
        }

        return table;
    }

    // Labels without kinds tell only how many of the found ones are right.
    private static string[] Shares(Tally tally)
        => tally.Gold == 0 ? [Share(tally.Precision), Nothing, Nothing] : [Share(tally.Precision), Share(tally.Recall), Share(tally.F1)];

    private static Table WithColumns(params string[] names)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in names)
        {
            table.AddColumn(name);
        }

        return table;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
