using Pipeline.ClaimExtractor.Extraction.Cues;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Knows whether a sentence that announces something tells what came of it, or brings something new.</summary>
internal static class Outcomes
{
    /// <summary>Whether a word tells what came of what the authors tried.</summary>
    public static bool IsTold(TokenView view) => Tells(view, 0, view.Count, StatementCues.Outcomes);

    /// <summary>Whether a word outside the announcement tells that, or one anywhere something new.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="start">First token of the announcement, whose verb is a word of outcomes itself: "we provide".</param>
    /// <param name="end">One past its last token.</param>
    public static bool IsTold(TokenView view, int start, int end)
        => Tells(view, 0, start, StatementCues.Outcomes) || Tells(view, end, view.Count, StatementCues.Outcomes) || Tells(view, 0, view.Count, StatementCues.Novelties);

    private static bool Tells(TokenView view, int start, int end, string[] beginnings)
    {
        for (var i = start; i < end; i++)
        {
            if (view.Is(i, TokenKind.Word) && WordBeginnings.Begins(view.Of(i), beginnings))
            {
                return true;
            }
        }

        return false;
    }
}
