using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Turns what the discourse model says into roles and claims.</summary>
internal sealed class SentenceReader(DiscourseModel model)
{
    // Scores are written with this many decimals: more would only be noise.
    private const int ScoreDigits = 4;

    // Objectives are rare and look like background and method, so the likeliest role alone finds too few of them. What puts something
    // forward is no mere objective. Chosen on dev.
    private const double ObjectiveWeight = 2;

    // Rules of roles follow our definitions; whoever labels like CSAbstruct calls "we present" background. Chosen on dev.
    private const double MostCrowd = 0.8;

    /// <summary>Reads all sentences of an abstract.</summary>
    public Sentence[] Read(string title, TokenizedText text)
    {
        var reading = model.Read(title, text);
        var sentences = new Sentence[text.Sentences.Count];
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = text.TokensOf(i).IsEmpty ? Empty(text.Sentences[i]) : Build(reading, text, i);
        }

        return sentences;
    }

    // What a paper concludes is put forward, so a main claim is always a claim.
    private Sentence Build(DiscourseReading reading, TokenizedText text, int i)
    {
        var span = text.Sentences[i];
        var roles = reading.RolesOf(i);
        var rules = new SentenceRules(text.ViewOf(i));
        var main = rules.Capped(reading.Main[i]);
        var isMain = main >= model.MainThreshold;
        var claim = rules.ClaimScore(isMain ? Math.Max(reading.ClaimOf(i), main) : reading.ClaimOf(i), isBackground: Largest(roles) == (int)SentenceRole.Background);
        var isClaim = isMain || claim >= model.ClaimThreshold;
        ClaimType? type = isClaim ? TypeOf(rules, reading.ClaimsOf(i)[1..]) : null;
        var likeliest = isClaim ? Largest(roles) : RoleOfNoClaim(roles);
        var role = reading.Crowd > MostCrowd ? (SentenceRole)likeliest : rules.RoleOf((SentenceRole)likeliest, type);
        return new()
        {
            Start = span.Start,
            End = span.End,
            Role = role,
            RoleScore = Math.Round((int)role == likeliest ? roles[likeliest] : Math.Max(roles[(int)role], SentenceRules.RoleScore), ScoreDigits),
            Claim = isClaim,
            ClaimScore = Math.Round(claim, ScoreDigits),
            MainClaim = isMain,
            MainClaimScore = Math.Round(main, ScoreDigits),
            ClaimType = type,
        };
    }

    private static ClaimType TypeOf(SentenceRules rules, ReadOnlySpan<double> types)
        => rules.TypeOf((ClaimType)Largest(types), (ClaimType)LargestBut((int)ClaimType.Comparison, types));

    private static int RoleOfNoClaim(ReadOnlySpan<double> roles)
    {
        var likeliest = Largest(roles);
        return ObjectiveWeight * roles[(int)SentenceRole.Objective] > roles[likeliest] ? (int)SentenceRole.Objective : likeliest;
    }

    private static Sentence Empty(TextSpan span) => new()
    {
        Start = span.Start,
        End = span.End,
        Role = SentenceRole.Other,
        RoleScore = 1,
        Claim = false,
        ClaimScore = 0,
        MainClaim = false,
        MainClaimScore = 0,
    };

    private static int Largest(ReadOnlySpan<double> values) => LargestBut(-1, values);

    private static int LargestBut(int skipped, ReadOnlySpan<double> values)
    {
        var best = skipped == 0 ? 1 : 0;
        for (var i = best + 1; i < values.Length; i++)
        {
            best = i != skipped && values[i] > values[best] ? i : best;
        }

        return best;
    }
}
