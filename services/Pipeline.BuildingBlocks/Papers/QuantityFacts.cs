namespace Pipeline.BuildingBlocks.Papers;

/// <summary>What was read about a number; its parties by where they stand, so that <see cref="Quantity.From"/> cuts their words.</summary>
public readonly record struct QuantityFacts
{
    /// <summary>The numbers, in order; in the unit of <see cref="Unit"/>.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Lower end of a range or tolerance; null elsewhere.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of a range or tolerance; null elsewhere.</summary>
    public double? High { get; init; }

    /// <summary><c>%</c>, <c>x</c>, a unit as written, or null for a bare number.</summary>
    public string? Unit { get; init; }

    /// <summary>How the number is meant.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>Which way a stated change goes.</summary>
    public required QuantityDirection Direction { get; init; }

    /// <summary>What was measured; null where the abstract does not say.</summary>
    public TextSpan? Metric { get; init; }

    /// <summary>What it is compared with; null where the abstract does not say.</summary>
    public TextSpan? Baseline { get; init; }

    /// <summary>Data set or benchmark; null where the abstract does not say.</summary>
    public TextSpan? Dataset { get; init; }

    /// <summary>What the number belongs to; null where the abstract does not say.</summary>
    public TextSpan? Entity { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    internal SortedDictionary<string, TextSpan> PartySpans()
    {
        var spans = new SortedDictionary<string, TextSpan>(StringComparer.Ordinal);
        Add(spans, QuantityParties.Metric, Metric);
        Add(spans, QuantityParties.Baseline, Baseline);
        Add(spans, QuantityParties.Dataset, Dataset);
        Add(spans, QuantityParties.Entity, Entity);
        return spans;
    }

    private static void Add(SortedDictionary<string, TextSpan> spans, string name, TextSpan? span)
    {
        if (span is { } found)
        {
            spans.Add(name, found);
        }
    }
}

/// <summary>What the parties of a quantity are called in its spans.</summary>
internal static class QuantityParties
{
    public const string Metric = "metric";
    public const string Baseline = "baseline";
    public const string Dataset = "dataset";
    public const string Entity = "entity";
}
