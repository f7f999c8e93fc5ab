namespace Pipeline.Contracts;

/// <summary>The claims of one revision of a paper are stored.</summary>
/// <remarks>Published at least once per (paper, revision, stage version), always with the same message id.</remarks>
public sealed record ClaimsExtracted
{
    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>Content revision the claims belong to.</summary>
    public required string Revision { get; init; }

    /// <summary>Name and version of the extractor, for example <c>cues/1</c>.</summary>
    public required string StageVersion { get; init; }

    /// <summary>Claims found; 0 is a valid answer.</summary>
    public required int Claims { get; init; }
}
