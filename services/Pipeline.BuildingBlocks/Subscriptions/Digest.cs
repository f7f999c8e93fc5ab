namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>A mail that tells of new papers.</summary>
public sealed record Digest
{
    /// <summary>Mail address of the reader.</summary>
    public required string Address { get; init; }

    /// <summary>How often it comes.</summary>
    public required DigestCadence Cadence { get; init; }

    /// <summary>Hour of the day in UTC at which it comes, 0 to 23.</summary>
    public int Hour { get; init; } = 7;

    /// <summary>Day of a weekly one.</summary>
    public DayOfWeek Weekday { get; init; } = DayOfWeek.Monday;

    /// <summary>Which papers come first.</summary>
    public DigestOrder Order { get; init; } = DigestOrder.Trending;

    /// <summary>Most papers in one mail, 1 to 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Whether a mail comes when there is no paper.</summary>
    public bool SendEmpty { get; init; }

    /// <summary>Random bytes in base64 from which the tokens in its links are made; never shown.</summary>
    public required string Key { get; init; }
}

/// <summary>How often a digest comes.</summary>
public enum DigestCadence
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Once a week.</summary>
    Weekly,
}

/// <summary>Which papers of a digest come first.</summary>
public enum DigestOrder
{
    /// <summary>Those with many upvotes for their age.</summary>
    Trending,

    /// <summary>The youngest.</summary>
    Newest,
}
