using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Knows sentences that rank one thing against another: "surpasses the baseline", "is on par". A result that does is a comparison.</summary>
/// <remarks>
/// Of 421 claims of the labels with such a verb or "competitive", 411 are comparisons and two results; of 156 with "superior", 145 and three; of 160
/// with such a phrase, 155 and two. The model reads some of them as results.
/// </remarks>
internal static class Rankings
{
    /// <summary>Whether the sentence ranks.</summary>
    public static bool Ranks(TokenView view) => SentenceTraits.Tells(view, Lexicon.Statements.Ranking) || Lexicon.Statements.RankingPhrases.Any(view.Tokens);
}
