using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;

namespace Pipeline.Storage.Mongo.Tests.Support;

/// <summary>A paper with every field filled, and every list with more than one entry.</summary>
internal static class Full
{
    private const string Text = "We reach 91.5 % on ImageNet. Proofs are given for n < 3.";

    public static ParsedPaper Listed { get; } = Some.Paper(7, "A title", Text, rank: 3, aliases: ["doi:10.1/x", "title:abc"]) with
    {
        AbstractSource = AbstractSource.AiSummary,
        UpdatedAt = Some.Time(-500),
        ListedAt = Some.Time(-400),
        Urls = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["pdf"] = "https://example.org/p",
            ["abs"] = "https://example.org/a",
        },
    };

    public static EnrichedPaper Paper { get; } = PaperMerge.Apply(null, Listed, Some.Observation()) with
    {
        Claims = new() { Revision = "r", Version = new() { Name = "cues", Version = "1" }, At = Some.Time(1), Analysis = Claims },
        Topics = new()
        {
            Revision = "r",
            Version = new() { Name = "terms", Version = "1", Taxonomy = "arxiv/1" },
            At = Some.Time(2),
            Analysis = Topics,
        },
        Enriched = new() { Revision = "r", ClaimsVersion = "cues/1", TopicsVersion = "terms/1+arxiv/1", By = "topics", At = Some.Time(2) },
    };

    private static ClaimAnalysis Claims => new()
    {
        Sentences =
        [
            Sentence with { MainClaim = true, ClaimType = ClaimType.Comparison },
            Sentence with { Start = 29, End = 56, Role = SentenceRole.Other, Claim = false, ClaimScore = 1e-300 },
        ],
        Claims =
        [
            Claim.From("id", Text, new(0, 28), ClaimType.Result, 0.75, [Quantity], new() { Datasets = [Quote.From(Text, new(19, 27))] }),
            Claim.From("id", Text, new(29, 56), ClaimType.Theory, 0.5, []),
        ],
        Quantities =
        [
            Quantity,
            Quantity.From(Text, new(54, 55), new() { Values = [3], Low = 1.5, High = 2, Kind = QuantityKind.Range, Direction = QuantityDirection.None, Confidence = 1 }),
        ],
        Names = new() { Methods = [Quote.From(Text, new(0, 2))], Datasets = [Quote.From(Text, new(19, 27))] },
        Urls = [Quote.From(Text, new(3, 5))],
    };

    private static Sentence Sentence => new()
    {
        Start = 0,
        End = 29,
        Role = SentenceRole.Result,
        RoleScore = 0.1,
        Claim = true,
        ClaimScore = 0.2,
        MainClaim = false,
        MainClaimScore = 1,
    };

    private static Quantity Quantity => Quantity.From(Text, new(9, 15), new()
    {
        Values = [91.5, 3],
        Unit = "%",
        Kind = QuantityKind.Percent,
        Direction = QuantityDirection.Increase,
        Metric = new(0, 2),
        Dataset = new(19, 27),
        Confidence = 0.6,
    });

    private static TopicAnalysis Topics => new()
    {
        Abstained = false,
        Keyphrases = [new() { Start = 29, End = 35, Text = "Proofs", In = TextPart.Abstract, Score = 0.25 }],
        Topics =
        [
            new() { Id = "cs.CV", Score = 0.9, Evidence = [new() { Start = 2, End = 7, Text = "title", In = TextPart.Title, Weight = 1.25 }] },
            new() { Id = "math.CO", Score = 0.4, Evidence = [new() { Start = 29, End = 35, Text = "Proofs", In = TextPart.Abstract, Weight = 0.5 }] },
        ],
    };
}
