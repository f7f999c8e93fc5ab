namespace Pipeline.Contracts;

/// <summary>Every stage has enriched the paper at its current revision; the whole document can be read in the store.</summary>
/// <remarks>
/// Published at least once per (paper, revision, stage versions), always with the same message id; a later version of a
/// stage that finds the same in a revision is not announced. Published
/// by the stage whose write completed the revision, or by the Parser under the key to which a complete paper moved.
/// </remarks>
public sealed record PaperEnriched
{
    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>Content revision that is complete.</summary>
    public required string Revision { get; init; }

    /// <summary>Name and version of the claim extractor.</summary>
    public required string ClaimsVersion { get; init; }

    /// <summary>Name and version of the topic classifier and its taxonomy.</summary>
    public required string TopicsVersion { get; init; }
}
