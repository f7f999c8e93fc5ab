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
            if (view.Is(i, Lexicon.Statements.ComparingWords) || (view.Is(i, TokenKind.Word) && WordBeginnings.Begins(view.Of(i), ComparisonCues.Beginnings)))
            {
                return true;
            }
        }

        return false;
    }
}
