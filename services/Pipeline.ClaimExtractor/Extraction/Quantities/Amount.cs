using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>A number as it is read, with its place among the tokens of the sentence; what it is about comes later.</summary>
internal sealed record Amount
{
    /// <summary>First token of the span, hedge included.</summary>
    public required int First { get; init; }

    /// <summary>First token of the number itself.</summary>
    public required int Core { get; init; }

    /// <summary>One past the last token of the span.</summary>
    public required int Next { get; init; }

    /// <summary>The numbers, in order.</summary>
    public required double[] Values { get; init; }

    /// <summary>How it is meant.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>Unit; null for a bare number.</summary>
    public string? Unit { get; init; }

    /// <summary>What is counted, as tokens from and up to; null when nothing is.</summary>
    public (int First, int Next)? Counted { get; init; }

    /// <summary>Confidence that it is a reported quantity, 0 to 1.</summary>
    public double Confidence { get; init; } = 0.8;
}
