using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>How a number is meant.</summary>
public enum QuantityKind
{
    /// <summary>A share or a change in percent or percentage points.</summary>
    Percent,

    /// <summary>So many times; its unit is <c>x</c>.</summary>
    Factor,

    /// <summary>A score of a metric, or a measured value with a unit.</summary>
    Score,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>From one value to another.</summary>
    Range,

    /// <summary>A value with its error.</summary>
    Tolerance,
}

/// <summary>Which way a stated change goes.</summary>
public enum QuantityDirection
{
    /// <summary>No change is stated.</summary>
    None,

    /// <summary>More than before.</summary>
    Increase,

    /// <summary>Less than before.</summary>
    Decrease,
}

/// <summary>A number that the abstract reports, and what it is about.</summary>
public sealed record Quantity
{
    /// <summary>First UTF-16 code unit in the abstract.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The words, exactly as they stand there, for example <c>up to 3.67times</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The numbers in it, in order; in the unit of <see cref="Unit"/>.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Lower end of a range or tolerance; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Low { get; init; }

    /// <summary>Upper end of a range or tolerance; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? High { get; init; }

    /// <summary><c>%</c>, <c>x</c>, a unit as written, or null for a bare number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Unit { get; init; }

    /// <summary>How the number is meant.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>Which way a stated change goes.</summary>
    public required QuantityDirection Direction { get; init; }

    /// <summary>What was measured, in the words of the abstract; null where it does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Metric { get; init; }

    /// <summary>What it is compared with; null where the abstract does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Baseline { get; init; }

    /// <summary>Data set or benchmark; null where the abstract does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Dataset { get; init; }

    /// <summary>What the number belongs to; null where the abstract does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Entity { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where metric, baseline, dataset and entity stand in the abstract, by those names; only those that were found.</summary>
    public IReadOnlyDictionary<string, TextSpan> Spans { get; init; } = new SortedDictionary<string, TextSpan>(StringComparer.Ordinal);
}
