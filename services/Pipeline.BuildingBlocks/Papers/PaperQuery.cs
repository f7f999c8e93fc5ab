namespace Pipeline.BuildingBlocks.Papers;

/// <summary>In which order papers come.</summary>
public enum PaperOrder
{
    /// <summary>Last obtained first, then by key.</summary>
    Newest,

    /// <summary>As they stand in the listing asked for; only with <see cref="PaperQuery.ListingId"/>.</summary>
    Rank,
}

/// <summary>Which papers to read.</summary>
public sealed record PaperQuery
{
    /// <summary>Only papers whose title or abstract has all of these words (whole words, case ignored); null asks for all.</summary>
    public string? Text { get; init; }

    /// <summary>Only papers with this topic assigned.</summary>
    public string? Topic { get; init; }

    /// <summary>Only papers seen in this listing.</summary>
    public string? ListingId { get; init; }

    /// <summary>Order of the papers.</summary>
    public PaperOrder Order { get; init; } = PaperOrder.Newest;

    /// <summary>Most papers to read, from 1; null reads all.</summary>
    public int? Limit { get; init; }
}
