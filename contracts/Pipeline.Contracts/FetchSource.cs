namespace Pipeline.Contracts;

/// <summary>Fetch one configured source now and archive what it lists.</summary>
public sealed record FetchSource
{
    /// <summary>Names the run this belongs to; the same for every message the run causes.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Id of a source, for example <c>inbox</c>.</summary>
    public required string SourceId { get; init; }

    /// <summary>First day to ask for, in the source's time zone; null for a source that is not asked by day, and for its newest.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day to ask for; null when <see cref="From"/> is.</summary>
    public DateOnly? To { get; init; }
}
