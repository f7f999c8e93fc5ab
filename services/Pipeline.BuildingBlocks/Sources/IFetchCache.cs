namespace Pipeline.BuildingBlocks.Sources;

/// <summary>What a source's addresses last answered, so that they can be asked whether anything changed.</summary>
public interface IFetchCache
{
    /// <summary>Finds what an address last answered.</summary>
    /// <returns>Null when it was never fetched, or gave nothing to ask by.</returns>
    Task<CachedAnswer?> FindAsync(string sourceId, string address, CancellationToken cancellationToken);

    /// <summary>Keeps what an address answered, unless a later answer is kept. Only to be called when the answer's listing is durable: else a crash loses it.</summary>
    Task SaveAsync(CachedAnswer answer, CancellationToken cancellationToken);
}

/// <summary>The last answer of an address, and how to ask whether it changed (RFC 9110, section 13).</summary>
public sealed record CachedAnswer
{
    /// <summary>The source that asked.</summary>
    public required string SourceId { get; init; }

    /// <summary>The address asked.</summary>
    public required string Address { get; init; }

    /// <summary>The listing it gave.</summary>
    public required string ListingId { get; init; }

    /// <summary>Its entity tag, as sent; null when there was none.</summary>
    public string? ETag { get; init; }

    /// <summary>Its Last-Modified, as sent; null when there was none.</summary>
    public string? LastModified { get; init; }

    /// <summary>When it was obtained.</summary>
    public required DateTimeOffset At { get; init; }
}
