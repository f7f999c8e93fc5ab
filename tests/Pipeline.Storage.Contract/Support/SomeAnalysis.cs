using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Plausible results of the stages: quotes are cut out of the text they belong to.</summary>
internal static class SomeAnalysis
{
    private const string Number = "91.5 %";

    /// <summary>Sentences end after a full stop and a space; each is a claim; the number in one is a quantity.</summary>
    public static ClaimAnalysis Of(string paperId, string @abstract, ClaimType type)
    {
        var spans = Sentences(@abstract).ToList();
        var quantities = Quantities(@abstract);
        return new()
        {
            Sentences = [.. spans.Select(s => SentenceAt(s, type))],
            Claims = [.. spans.Select(s => Claim.From(
                paperId, @abstract, s, type, 0.75, [.. quantities.Where(q => q.Start >= s.Start && q.End <= s.End)]))],
            Quantities = quantities,
            Names = new() { Methods = [Quote.From(@abstract, new(0, Math.Min(2, @abstract.Length)))] },
            Urls = [],
        };
    }

    public static TopicAnalysis Of(UpsertOutcome paper, IReadOnlyList<string> topics) => new()
    {
        Abstained = topics.Count == 0,
        Topics = [.. topics.Select((id, i) => new TopicAssignment
        {
            Id = id,
            Score = 0.9 - (i * 0.1),
            Evidence = [new() { Start = 0, End = paper.Title.Length, Text = paper.Title, In = TextPart.Title, Weight = 1.25 }],
        })],
    };

    private static IEnumerable<TextSpan> Sentences(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var stop = text.IndexOf(". ", start, StringComparison.Ordinal);
            var end = stop < 0 ? text.Length : stop + 1;
            yield return new(start, end);
            start = stop < 0 ? end : end + 1;
        }
    }

    private static Sentence SentenceAt(TextSpan span, ClaimType type) => new()
    {
        Start = span.Start,
        End = span.End,
        Role = SentenceRole.Result,
        RoleScore = 0.5,
        Claim = true,
        ClaimScore = 0.75,
        MainClaim = false,
        MainClaimScore = 0.125,
        ClaimType = type,
    };

    private static IReadOnlyList<Quantity> Quantities(string text)
    {
        var start = text.IndexOf(Number, StringComparison.Ordinal);
        return start < 0 ? [] :
        [
            Quantity.From(text, new(start, start + Number.Length), new()
            {
                Values = [91.5],
                Unit = "%",
                Kind = QuantityKind.Percent,
                Direction = QuantityDirection.None,
                Metric = new(0, 1),
                Confidence = 0.6,
            }),
        ];
    }
}
