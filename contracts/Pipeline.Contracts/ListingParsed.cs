namespace Pipeline.Contracts;

/// <summary>A listing has been read to its end, or refused; its outcome is stored with the listing.</summary>
/// <remarks>Published at least once per (<see cref="ListingId"/>, <see cref="FetchedAt"/>).</remarks>
public sealed record ListingParsed
{
    /// <summary>Key of the listing.</summary>
    public required string ListingId { get; init; }

    /// <summary>Where the listing came from.</summary>
    public required string SourceId { get; init; }

    /// <summary>When its bytes were obtained, in UTC.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Papers it listed, each once.</summary>
    public required int Papers { get; init; }

    /// <summary>Papers never seen before.</summary>
    public required int New { get; init; }

    /// <summary>Known papers whose title or abstract changed.</summary>
    public required int Changed { get; init; }

    /// <summary>Entries that could not be read as a paper.</summary>
    public required int Rejected { get; init; }

    /// <summary>Why the listing as a whole was refused or broke off; null when it was read to its end.</summary>
    public string? Reason { get; init; }
}
