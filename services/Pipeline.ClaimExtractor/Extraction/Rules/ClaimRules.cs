using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Rules;

/// <summary>Whether a sentence puts something forward, and what.</summary>
/// <param name="Type">The strongest type, whether or not the score makes it a claim.</param>
/// <param name="Score">Confidence that it is a claim, 0 to 1; a claim from <see cref="ClaimRules.Threshold"/>.</param>
internal readonly record struct ClaimDecision(ClaimType Type, double Score);

/// <summary>Decides from the cues of a sentence and the roles it may have.</summary>
internal static class ClaimRules
{
    public const double Threshold = 0.5;

    private const double Bias = -1.9;

    // What each role adds: a background sentence seldom claims, a result nearly always does.
    private static readonly double[] RoleWeights = [-2.2, -0.6, -0.2, 1.3, 0.2];

    // A type that says less must be clearer to win: nearly every comparison also states a result.
    private static readonly double[] TypeAdvantages = [0.0, -0.2, 0.5, 0.1, 0.8, 1.0];

    // Evidence of a second cue of the same type counts less than that of the first.
    private const double RepeatShare = 0.3;

    // What a sentence about the own work gains, and how much of the weight of its roles then still counts when that is negative.
    private const double OwnWeight = 0.7;
    private const double OwnRoleShare = 0.5;

    /// <summary>Decides on one sentence.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="roles">Probabilities of its roles.</param>
    /// <param name="namesOwn">It names what the paper introduces.</param>
    public static ClaimDecision Decide(ReadOnlySpan<Token> tokens, ReadOnlySpan<double> roles, bool namesOwn)
    {
        var type = ClaimType.Contribution;
        var best = double.NegativeInfinity;
        var evidence = 0.0;
        for (var i = 0; i < Lexicon.Claims.Length; i++)
        {
            var cues = Strength(Lexicon.Claims[i], tokens);
            var rank = cues <= 0 ? double.NegativeInfinity : cues + TypeAdvantages[i];
            evidence = Math.Max(evidence, cues);
            if (rank > best)
            {
                (best, type) = (rank, (ClaimType)i);
            }
        }

        var isOwn = namesOwn || Lexicon.OwnWork.Any(tokens);
        type = double.IsNegativeInfinity(best) ? (isOwn ? ClaimType.Result : ClaimType.Finding) : type;
        return new(type, Logistic(Bias + evidence + (isOwn ? OwnWeight : 0) + FromRoles(roles, isOwn) - Against(tokens)));
    }

    private static double Strength(PhraseSet cues, ReadOnlySpan<Token> tokens)
    {
        var sum = cues.Sum(tokens, out var largest);
        return largest + (RepeatShare * Math.Min(3, sum - largest));
    }

    private static double Against(ReadOnlySpan<Token> tokens) => Math.Min(4, Lexicon.AgainstClaim.Sum(tokens));

    private static double FromRoles(ReadOnlySpan<double> roles, bool isOwn)
    {
        var sum = 0.0;
        for (var role = 0; role < RoleWeights.Length; role++)
        {
            sum += roles[role] * RoleWeights[role];
        }

        return isOwn && sum < 0 ? OwnRoleShare * sum : sum;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
