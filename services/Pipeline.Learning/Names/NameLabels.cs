using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Names;

/// <summary>The names of one abstract as a person labelled them, each at its first mention. The abstract itself is found by its id.</summary>
public sealed record NameLabels
{
    /// <summary>Id of the paper.</summary>
    public required string Id { get; init; }

    /// <summary><c>train</c> or <c>dev</c>.</summary>
    public string? Part { get; init; }

    /// <summary>The abstract, where the labels come with it.</summary>
    public string? Abstract { get; init; }

    /// <summary>What the paper introduces.</summary>
    public required IReadOnlyList<LabelSpan> Methods { get; init; }

    /// <summary>Data sets and benchmarks.</summary>
    public required IReadOnlyList<LabelSpan> Datasets { get; init; }

    /// <summary>Evaluation measures.</summary>
    public required IReadOnlyList<LabelSpan> Metrics { get; init; }
}

/// <summary>A labelled stretch of an abstract.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
public sealed record LabelSpan(int Start, int End)
{
    /// <summary>The same as a span.</summary>
    public TextSpan Span => new(Start, End);
}
