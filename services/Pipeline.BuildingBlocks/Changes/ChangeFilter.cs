namespace Pipeline.BuildingBlocks.Changes;

/// <summary>Which changes to read.</summary>
public sealed record ChangeFilter
{
    /// <summary>Every change.</summary>
    public static ChangeFilter All { get; } = new();

    /// <summary>Only changes of papers with one of these topics; empty for all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Only changes of papers that this source showed; null for all.</summary>
    public string? Source { get; init; }
}
