using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Knows sentences that rank one thing against another: "surpasses the baseline", "is competitive". A result that does is a comparison.</summary>
/// <remarks>Of 421 claims of the labels with such a word, 411 are comparisons and two results; the model reads some of the former as results.</remarks>
internal static class Rankings
{
    /// <summary>Whether the sentence ranks.</summary>
    public static bool Ranks(TokenView view) => SentenceTraits.Tells(view, Lexicon.Statements.Ranking);
}
