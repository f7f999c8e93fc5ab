using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Filters;

/// <summary>One line of output of <c>try claims</c>.</summary>
internal sealed record ClaimsOutput
{
    public required string? Id { get; init; }

    public required StageVersion Extractor { get; init; }

    public required IReadOnlyList<Sentence> Sentences { get; init; }

    public required IReadOnlyList<Claim> Claims { get; init; }

    public required IReadOnlyList<Quantity> Quantities { get; init; }

    public required Names Names { get; init; }

    public required IReadOnlyList<Quote> Urls { get; init; }
}

/// <summary>One line of output of <c>try topics</c>.</summary>
internal sealed record TopicsOutput
{
    public required string? Id { get; init; }

    public required StageVersion Classifier { get; init; }

    public required bool Abstained { get; init; }

    public required IReadOnlyList<TopicAssignment> Topics { get; init; }

    public required IReadOnlyList<Keyphrase> Keyphrases { get; init; }
}
