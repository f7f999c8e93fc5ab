namespace Pipeline.Contracts;

/// <summary>A source says that a known paper has been withdrawn; the stored paper says so, too.</summary>
/// <remarks>Published at least once per (<see cref="PaperId"/>, <see cref="ListingId"/>), always with the same message id.</remarks>
public sealed record PaperWithdrawn
{
    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>The listing that said so.</summary>
    public required string ListingId { get; init; }

    /// <summary>When it was obtained, in UTC.</summary>
    public required DateTimeOffset ObservedAt { get; init; }
}
