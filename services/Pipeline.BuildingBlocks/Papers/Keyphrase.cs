namespace Pipeline.BuildingBlocks.Papers;

/// <summary>A phrase that says what a paper is about, at its first mention.</summary>
public sealed record Keyphrase
{
    /// <summary>First UTF-16 code unit in the text named by <see cref="In"/>.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The words, exactly as they stand there.</summary>
    public required string Text { get; init; }

    /// <summary>Which text.</summary>
    public required TextPart In { get; init; }

    /// <summary>How much it says, 0 to 1: an order, not a probability.</summary>
    public required double Score { get; init; }
}
