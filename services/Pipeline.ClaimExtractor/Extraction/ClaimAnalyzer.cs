using System.Diagnostics.CodeAnalysis;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Rules;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Reads sentences, claims, quantities, names and addresses out of an abstract.</summary>
/// <remarks>
/// Pure and stateless: one instance serves all threads, equal input gives equal output, and no text makes it throw or take
/// more than time linear in its length.
/// </remarks>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Callers hold an instance, so that a later version can bring its models along.")]
public sealed class ClaimAnalyzer
{
    // Scores are written with this many decimals: more would only be noise.
    private const int ScoreDigits = 4;

    /// <summary>What <c>try claims</c> and the stored section name as the extractor.</summary>
    public static StageVersion Version { get; } = new() { Name = "cues", Version = "1" };

    /// <summary>Analyses an abstract and finds its sentences.</summary>
    /// <param name="paperId">Key of the paper; the ids of its claims derive from it.</param>
    /// <param name="abstract">Text of any content and length, also empty.</param>
    public ClaimAnalysis Analyze(string paperId, string @abstract)
    {
        ArgumentNullException.ThrowIfNull(paperId);
        ArgumentNullException.ThrowIfNull(@abstract);
        return Analyze(paperId, @abstract, SentenceSplitter.Split(@abstract));
    }

    /// <summary>Analyses an abstract that is already split: the sentences joined by one space. The result has one sentence for each given, also for an empty one.</summary>
    /// <param name="paperId">Key of the paper.</param>
    /// <param name="sentences">Sentences in order.</param>
    public ClaimAnalysis Analyze(string paperId, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(paperId);
        ArgumentNullException.ThrowIfNull(sentences);
        var spans = new TextSpan[sentences.Count];
        var start = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new(start, start + sentences[i].Length);
            start = spans[i].End + 1;
        }

        return Analyze(paperId, string.Join(' ', sentences), spans);
    }

    private static ClaimAnalysis Analyze(string paperId, string text, IReadOnlyList<TextSpan> spans)
    {
        var urls = UrlFinder.Find(text);
        var tokens = new TokenizedText(text, spans, urls);
        UrlKinds.Set(tokens, urls);
        var names = NameFinder.Find(tokens);
        var sentences = Sentences(tokens, names);
        var claims = new ClaimList(paperId, text);
        var quantities = new List<Quantity>();
        for (var i = 0; i < sentences.Length; i++)
        {
            var view = tokens.ViewOf(i);
            var found = QuantityFinder.Find(view, names.DatasetsIn(i));
            quantities.AddRange(found);
            claims.AddIfClaim(sentences[i], found);
        }

        return new() { Sentences = sentences, Claims = claims.Claims, Quantities = quantities, Names = names.ToNames(), Urls = urls };
    }

    private static Sentence[] Sentences(TokenizedText text, NameList names)
    {
        var namesOwn = FindOwnNames(text, names);
        var roles = RoleRules.Probabilities(text, namesOwn);
        var claims = new ClaimDecision[roles.Length];
        for (var i = 0; i < claims.Length; i++)
        {
            claims[i] = ClaimRules.Decide(text.TokensOf(i), roles[i], namesOwn[i]);
        }

        var mainScores = MainClaimRules.Scores(text, claims);
        var main = MainClaimRules.Choose(mainScores);
        var sentences = new Sentence[roles.Length];
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = Build(text.Sentences[i], roles[i], claims[i], mainScores[i], main.Contains(i));
        }

        return sentences;
    }

    private static bool[] FindOwnNames(TokenizedText text, NameList names)
    {
        var namesOwn = new bool[text.Sentences.Count];
        for (var i = 0; i < namesOwn.Length; i++)
        {
            namesOwn[i] = names.Own.AreIn(text.ViewOf(i));
        }

        return namesOwn;
    }

    // What a paper concludes is put forward, so a main claim is always a claim.
    private static Sentence Build(TextSpan span, double[] roles, ClaimDecision claim, double mainScore, bool isMain)
    {
        var role = Array.IndexOf(roles, roles.Max());
        var score = isMain ? Math.Max(claim.Score, mainScore) : claim.Score;
        var isClaim = score >= ClaimRules.Threshold;
        return new()
        {
            Start = span.Start,
            End = span.End,
            Role = (SentenceRole)role,
            RoleScore = Math.Round(roles[role], ScoreDigits),
            Claim = isClaim,
            ClaimScore = Math.Round(score, ScoreDigits),
            MainClaim = isMain,
            MainClaimScore = Math.Round(mainScore, ScoreDigits),
            ClaimType = isClaim ? claim.Type : null,
        };
    }
}
