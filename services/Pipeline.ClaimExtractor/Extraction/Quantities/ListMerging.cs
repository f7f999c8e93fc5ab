using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Joins neighbours that are measured together into one: "34 and 38 °C".</summary>
internal static class ListMerging
{
    private const int LongestLink = 3;
    private const int MostValues = 12;

    /// <summary>Whether only list marks, and one word before the second number at most, stand between two candidates.</summary>
    public static bool IsLink(TokenView view, Candidate left, Candidate right)
    {
        var from = left.UnitNext;
        if (right.Core - from is < 1 or > LongestLink || left.Reading == Reading.Glued || (left.Reading == Reading.Label && right.Reading != Reading.Label) || left.Values.Length >= MostValues)
        {
            return false;
        }

        for (var i = from; i < right.Core; i++)
        {
            if (!view.Is(i, Lexicon.Quantities.ListLinks) && view.Mark(i) is not ('×' or '/') && view.Of(i) is not ("the" or "to" or "by" or "then"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two numbers are told apart by the word behind them: "22 and 0.22 ppm, respectively".</summary>
    public static bool AreApart(TokenView view, Candidate left, Candidate right)
        => left.Values.Length == 1 && right.Values.Length == 1 && view.Is(view.Is(right.UnitNext, ',') ? right.UnitNext + 1 : right.UnitNext, Lexicon.Quantities.Respectively);

    /// <summary>Both as one.</summary>
    public static Candidate Merge(Candidate left, Candidate right) => right with
    {
        Core = left.Core,
        Values = [.. left.Values, .. right.Values],
        Kind = left.Values.Length == 1 && right.Values.Length == 1 && right.Kind == QuantityKind.Score ? QuantityKind.Range : right.Kind,
        Unit = right.Unit ?? left.Unit,
    };
}
