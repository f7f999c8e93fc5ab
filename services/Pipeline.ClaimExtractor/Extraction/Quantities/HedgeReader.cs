using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds the words before a number that hedge it, or that may otherwise belong to its span.</summary>
internal static class HedgeReader
{
    private const int LongestHedge = 5;

    /// <summary>First token of the hedge that ends before a token, a second one before it included; the token itself when there is none.</summary>
    public static int Start(TokenView view, int first) => Step(view, Step(view, first, Lexicon.Quantities.Hedges), Lexicon.Quantities.Hedges);

    /// <summary>First token of the longest hedge or lead ("within", "between") that ends right before a token; the token itself when there is none.</summary>
    public static int Lead(TokenView view, int first)
    {
        var hedge = Step(view, first, Lexicon.Quantities.Hedges);
        var lead = Step(view, first, Lexicon.Quantities.Leads);
        return Math.Min(hedge, lead);
    }

    // "less than $12": the mark of money or of a formula belongs to the number.
    private static int Step(TokenView view, int first, PhraseSet phrases)
    {
        var start = Match(view, first, phrases);
        var marked = start == first && view.Is(first - 1, '$') ? Match(view, first - 1, phrases) : first;
        return marked < first - 1 ? marked : start;
    }

    private static int Match(TokenView view, int first, PhraseSet phrases)
    {
        for (var start = Math.Max(0, first - LongestHedge); start < first; start++)
        {
            if (phrases.Match(view.Tokens[..first], start, out _) == first)
            {
                return start;
            }
        }

        return first;
    }
}
