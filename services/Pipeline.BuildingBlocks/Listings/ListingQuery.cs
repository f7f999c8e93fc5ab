namespace Pipeline.BuildingBlocks.Listings;

/// <summary>Which listings to read.</summary>
public sealed record ListingQuery
{
    /// <summary>Only listings of this source; null asks for all.</summary>
    public string? SourceId { get; init; }

    /// <summary>Only listings last obtained at this time or later; null asks for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only listings last obtained before this time; null asks for all.</summary>
    public DateTimeOffset? Before { get; init; }
}
