using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Pipeline.Standalone.Output;

/// <summary>Scores of sentence boundaries as a table: one row a file; below it the errors of each.</summary>
internal static class SentenceScoreTable
{
    public static void Write(Screen screen, IReadOnlyList<SentenceScoreLine> files)
    {
        var scores = new Table { Border = TableBorder.Simple };
        scores.AddColumn(new TableColumn("file"));
        foreach (var name in new[] { "abstracts", "boundaries", "precision", "recall", "F1" })
        {
            scores.AddColumn(new TableColumn(name) { Alignment = Justify.Right, NoWrap = true });
        }

        foreach (var file in files)
        {
            scores.AddRow(Cell(file.File), Count(file.Abstracts), Count(file.Boundaries), Share(file.Precision), Share(file.Recall), Share(file.F1));
        }

        screen.Write(scores);
        foreach (var file in files.Where(file => file.Errors.Count > 0))
        {
            WriteErrors(screen, file);
        }
    }

    private static void WriteErrors(Screen screen, SentenceScoreLine file)
    {
        var errors = new Table { Border = TableBorder.Simple };
        errors.AddColumn(new TableColumn("error") { NoWrap = true });
        errors.AddColumn(new TableColumn("before") { Alignment = Justify.Right });
        errors.AddColumn(new TableColumn("behind"));
        errors.AddColumn(new TableColumn("abstract"));
        foreach (var error in file.Errors)
        {
            errors.AddRow(JsonNamingPolicy.KebabCaseLower.ConvertName(error.Kind.ToString()), Cell(error.Before), Cell(error.After), Cell(error.Id ?? "-"));
        }

        screen.WriteLine(Screen.Safe($"{file.File}: abstracts with most errors first"));
        screen.Write(errors);
    }

    private static string Cell(string text) => Markup.Escape(Screen.Safe(text));

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}
