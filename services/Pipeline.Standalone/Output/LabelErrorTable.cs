using System.Globalization;
using Pipeline.Learning.Evaluation;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pipeline.Standalone.Output;

/// <summary>Sentences with wrong labels, one line each: the sentence is cut to the width of the screen.</summary>
internal static class LabelErrorTable
{
    private const string Title = "surest errors";
    private const string Label = "label → given";

    // An id of arXiv or of a journal fits; longer ones are cut.
    private const int LongestId = 18;
    private const int BesideSentence = 20;
    private const int ShortestSentence = 16;

    public static IEnumerable<IRenderable> Of(IReadOnlyList<LabelError> errors, int width)
    {
        if (errors.Count == 0)
        {
            return [];
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { Title, Label, "score", "sentence" })
        {
            table.AddColumn(new TableColumn(name) { NoWrap = true });
        }

        var rest = width - BesideSentence
            - Math.Max(Title.Length, errors.Max(error => Id(error).Length))
            - Math.Max(Label.Length, errors.Max(error => Labels(error).Length));
        foreach (var error in errors)
        {
            table.AddRow(Id(error), Labels(error), error.Score.ToString("0.00", CultureInfo.InvariantCulture), Cell(error.Text, Math.Max(ShortestSentence, rest)));
        }

        return [table];
    }

    private static string Id(LabelError error) => Cell(error.Id ?? "-", LongestId);

    private static string Labels(LabelError error) => $"{error.Gold} → {error.Predicted}";

    private static string Cell(string text, int longest)
    {
        var safe = Screen.Safe(text);
        if (safe.Length <= longest)
        {
            return Markup.Escape(safe);
        }

        // Half a surrogate pair is no character.
        var end = char.IsHighSurrogate(safe[longest - 2]) ? longest - 2 : longest - 1;
        return Markup.Escape(safe[..end] + "…");
    }
}
