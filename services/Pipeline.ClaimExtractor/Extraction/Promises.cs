using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Knows sentences that hope or promise: "we hope this inspires", "code will be made available". By definition these are no claims.</summary>
internal static class Promises
{
    /// <summary>Highest claim score of a promise: of 72 such sentences of the labels, one is a claim.</summary>
    public const double MostScore = 1.0 / 72;

    // "In the future, we further hope", "will soon be made publicly available".
    private const int SpeakerReach = 6;
    private const int AdverbReach = 2;
    private const int ReleaseReach = 5;

    private static StatementLexicon Lex => Lexicon.Statements;

    /// <summary>Whether the sentence hopes or promises.</summary>
    public static bool IsPromise(TokenView view)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (i < SpeakerReach && view.Is(i, Lex.Speakers) && Follows(view, i, AdverbReach, Lex.Hoping))
            {
                return true;
            }

            if (view.Of(i) is "will" && Follows(view, i, ReleaseReach, Lex.Releasing))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follows(TokenView view, int at, int reach, WordSet words)
    {
        for (var i = at + 1; i <= at + reach; i++)
        {
            if (view.Is(i, words))
            {
                return true;
            }
        }

        return false;
    }
}
