using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Rules;

/// <summary>Picks the sentences that state what the paper concludes: at most two.</summary>
internal static class MainClaimRules
{
    public const double Threshold = 0.5;

    /// <summary>Most main claims of an abstract.</summary>
    public const int Most = 2;

    // Log-odds of a main claim by distance from the end, after the training part of claim-medline.
    private static readonly double[] FromEnd = [1.5, -0.4, -1.4, -2.0, -2.5, -3.0];

    /// <summary>Scores every sentence, 0 to 1.</summary>
    public static double[] Scores(TokenizedText text, IReadOnlyList<ClaimDecision> claims)
    {
        var scores = new double[claims.Count];
        var last = LastThatMayConclude(claims);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(text.TokensOf(i), Math.Max(0, last - i), claims[i]);
        }

        return scores;
    }

    /// <summary>The chosen sentences: the best from <see cref="Threshold"/> on, the later one first when equal.</summary>
    public static IReadOnlySet<int> Choose(IReadOnlyList<double> scores)
    {
        var first = -1;
        var second = -1;
        for (var i = scores.Count - 1; i >= 0; i--)
        {
            if (scores[i] < Threshold)
            {
                continue;
            }

            if (first < 0 || scores[i] > scores[first])
            {
                (first, second) = (i, first);
            }
            else if (second < 0 || scores[i] > scores[second])
            {
                second = i;
            }
        }

        return new HashSet<int>([first, second]);
    }

    private static double Score(ReadOnlySpan<Token> tokens, int fromEnd, ClaimDecision claim)
    {
        if (IsAvailability(claim))
        {
            return 0.01;
        }

        var cues = Math.Min(4, Lexicon.MainClaim.Sum(tokens)) - Math.Min(5, Lexicon.AgainstMainClaim.Sum(tokens));
        return 1 / (1 + Math.Exp(-(FromEnd[Math.Min(fromEnd, FromEnd.Length - 1)] + (0.8 * cues))));
    }

    // An address of the code at the end is not the conclusion; the sentence before it stands last.
    private static int LastThatMayConclude(IReadOnlyList<ClaimDecision> claims)
    {
        var last = claims.Count - 1;
        while (last > 0 && IsAvailability(claims[last]))
        {
            last--;
        }

        return last;
    }

    private static bool IsAvailability(ClaimDecision claim) => claim.Type == ClaimType.Availability;
}
