using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Quantities;

/// <summary>A labelled quantity. What the labels do not say is null and not scored.</summary>
public sealed record GoldQuantity
{
    /// <summary>First UTF-16 code unit in the text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The numbers, in order; null where values are not labelled.</summary>
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>Unit; null for a bare number.</summary>
    public string? Unit { get; init; }

    /// <summary>How the number is meant; null where kinds are not labelled.</summary>
    public QuantityKind? Kind { get; init; }

    /// <summary>Which way a change goes; null where directions are not labelled.</summary>
    public QuantityDirection? Direction { get; init; }

    /// <summary>What was measured.</summary>
    public string? Metric { get; init; }

    /// <summary>What it is compared with.</summary>
    public string? Baseline { get; init; }

    /// <summary>What it was measured on.</summary>
    public string? Dataset { get; init; }

    /// <summary>What it belongs to.</summary>
    public string? Entity { get; init; }
}

/// <summary>A text with all its labelled quantities, in order.</summary>
/// <param name="Id">Key in its data set.</param>
/// <param name="Text">The text.</param>
/// <param name="Quantities">Its quantities.</param>
/// <param name="IsFullyLabelled">Values, directions and what the numbers are about are labelled too, not only spans and units.</param>
public sealed record GoldText(string Id, string Text, IReadOnlyList<GoldQuantity> Quantities, bool IsFullyLabelled);
