using Pipeline.ClaimExtractor.Extraction.Cues;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Knows sentences that hold no word to compare by. What measures against nothing is no comparison.</summary>
internal static class Comparisons
{
    /// <summary>Whether some word compares or names something else.</summary>
    public static bool HasSign(TokenView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Is(i, Lexicon.Statements.ComparingWords) || Begins(view.Of(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<char> word)
    {
        foreach (var beginning in ComparisonCues.Beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
