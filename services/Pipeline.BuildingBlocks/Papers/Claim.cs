namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Something the authors put forward, with the exact words that say so.</summary>
public sealed record Claim
{
    /// <summary>Deterministic: the same paper, type and quote always give the same id.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of assertion.</summary>
    public required ClaimType Type { get; init; }

    /// <summary>First UTF-16 code unit in the abstract.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The evidence: the abstract's own words from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The numbers inside the quote.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Cuts a claim out of the abstract it is made in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the abstract.</exception>
    public static Claim From(string paperId, string @abstract, TextSpan span, ClaimType type, double confidence, IReadOnlyList<Quantity> quantities)
    {
        var quote = span.Of(@abstract);
        return new()
        {
            Id = DeterministicId.From(paperId, "claim", type.ToString(), quote).ToString("N"),
            Type = type,
            Start = span.Start,
            End = span.End,
            Text = quote,
            Confidence = confidence,
            Quantities = quantities,
        };
    }
}
