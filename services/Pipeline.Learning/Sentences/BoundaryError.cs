namespace Pipeline.Learning.Sentences;

/// <summary>A place where splitter and labelled data differ.</summary>
/// <param name="Id">The abstract, or null when it has no name.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="At">First code unit behind the boundary, in the sentences joined by one space.</param>
/// <param name="Before">Text before the boundary, cut to a few words.</param>
/// <param name="After">Text behind the boundary, cut to a few words.</param>
public sealed record BoundaryError(string? Id, BoundaryErrorKind Kind, int At, string Before, string After);

/// <summary>What is wrong about a boundary.</summary>
public enum BoundaryErrorKind
{
    /// <summary>Labelled, and not set.</summary>
    Missed,

    /// <summary>Set, and not labelled.</summary>
    Extra,
}
