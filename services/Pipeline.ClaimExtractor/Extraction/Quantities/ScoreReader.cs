using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds the metric word that makes a bare number a score.</summary>
internal static class ScoreReader
{
    private const int LongestEllipsis = 12;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The metric word that leads a number; -1 when none does.</summary>
    public static int Lead(TokenView view, Candidate read, int first)
        => Direct(view, first) is var own and >= 0 ? own : Elliptic(view, read, first);

    // Directly before it, or over "of", "is", "score of" and the like.
    private static int Direct(TokenView view, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            if (view.Is(i, Lex.ScoreWords))
            {
                return i;
            }

            if (!view.Is(i, Lex.Links))
            {
                return -1;
            }
        }

        return -1;
    }

    // "a factor of 20 for images and 17 for videos": the second number belongs to what leads the first.
    private static int Elliptic(TokenView view, Candidate read, int first)
    {
        if (!(view.Of(first - 1) is "and" && view.Of(read.UnitNext) is "for" or "on" or "in"))
        {
            return -1;
        }

        for (var i = first - 2; i > 0 && i >= first - LongestEllipsis; i--)
        {
            if (view.Is(i, TokenKind.Number) && view.Of(i + 1).SequenceEqual(view.Of(read.UnitNext)))
            {
                return Direct(view, i);
            }
        }

        return -1;
    }
}
