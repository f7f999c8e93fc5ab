namespace Pipeline.Parser.Reparsing;

/// <summary>What reading a listing again does to one paper.</summary>
public enum PaperDifference
{
    /// <summary>A stored paper with other fields.</summary>
    Changed,

    /// <summary>The listing lists it now and did not before.</summary>
    NowListed,

    /// <summary>The listing listed it before and does not now; it stays stored.</summary>
    NoLongerListed,
}

/// <summary>A paper that reading a listing again changed.</summary>
public sealed record ReparsedPaper
{
    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>Its title after it, shortened.</summary>
    public required string Title { get; init; }

    /// <summary>What changed.</summary>
    public required PaperDifference Difference { get; init; }

    /// <summary>Fields that changed, title and abstract first, the others in ordinal order.</summary>
    public IReadOnlyList<ChangedField> Fields { get; init; } = [];
}

/// <summary>A field of a stored paper before and after.</summary>
/// <param name="Name">Its name in the paper's JSON; <c>place</c> is the paper's place in the listing.</param>
/// <param name="Before">Its value before, shortened to where the two differ; null when it had none.</param>
/// <param name="After">Its value after, shortened likewise; null when it has none.</param>
public sealed record ChangedField(string Name, string? Before, string? After);
