namespace Pipeline.BuildingBlocks.Papers;

/// <summary>What the claim stage reads out of one abstract. Offsets count UTF-16 code units of that abstract.</summary>
public sealed record ClaimAnalysis
{
    /// <summary>Sentences in order; they tile the abstract without overlap.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>Claims in order of appearance.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Quantities in order of appearance, inside claims or not.</summary>
    public required IReadOnlyList<Quantity> Quantities { get; init; }

    /// <summary>Methods, data sets and measures the abstract names.</summary>
    public required Names Names { get; init; }

    /// <summary>Addresses in the abstract.</summary>
    public required IReadOnlyList<Quote> Urls { get; init; }
}

/// <summary>Names in an abstract, each list in order of appearance.</summary>
public sealed record Names
{
    /// <summary>Methods the paper introduces.</summary>
    public IReadOnlyList<Quote> Methods { get; init; } = [];

    /// <summary>Data sets and benchmarks it names.</summary>
    public IReadOnlyList<Quote> Datasets { get; init; } = [];

    /// <summary>Evaluation measures it names.</summary>
    public IReadOnlyList<Quote> Metrics { get; init; } = [];
}
