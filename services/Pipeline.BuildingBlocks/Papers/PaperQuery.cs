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

    /// <summary>Only papers that have, for each of these, one of its topics assigned.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Topics { get; init; } = [];

    /// <summary>Only assignments of at least this score count for <see cref="Topics"/>, 0 to 1; null counts all.</summary>
    public double? MinScore { get; init; }

    /// <summary>Only papers that the topic stage has read without assigning any topic.</summary>
    public bool WithoutTopic { get; init; }

    /// <summary>Only papers seen in this listing.</summary>
    public string? ListingId { get; init; }

    /// <summary>Only papers seen in a listing of this source; the id of a directory finds what any of its files showed.</summary>
    public string? SourceId { get; init; }

    /// <summary>Only papers that stand after this place in the order <see cref="PaperOrder.Newest"/>; null begins with the first.</summary>
    public PaperPlace? After { get; init; }

    /// <summary>Order of the papers.</summary>
    public PaperOrder Order { get; init; } = PaperOrder.Newest;

    /// <summary>Most papers to read, from 1; null reads all.</summary>
    public int? Limit { get; init; }
}

/// <summary>A place in the order <see cref="PaperOrder.Newest"/>. A paper that is obtained again leaves its place for the front.</summary>
/// <param name="ObservedAt">When the paper there was last obtained.</param>
/// <param name="PaperId">Its key.</param>
public sealed record PaperPlace(DateTimeOffset ObservedAt, string PaperId);
