namespace Pipeline.Contracts;

/// <summary>Fetch one configured source now and archive what it lists.</summary>
public sealed record FetchSource
{
    /// <summary>Names the run this belongs to; the same for every message the run causes.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Id of a source in the Fetcher's configuration, for example <c>inbox</c>.</summary>
    public required string SourceId { get; init; }
}
