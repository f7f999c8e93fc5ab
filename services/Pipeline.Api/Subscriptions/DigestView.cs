using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Api.Subscriptions;

/// <summary>A digest without the key of its links.</summary>
public sealed record DigestView
{
    /// <summary>Mail address of the reader.</summary>
    public required string Address { get; init; }

    /// <summary>How often it comes.</summary>
    public required DigestCadence Cadence { get; init; }

    /// <summary>Hour of the day in UTC at which it comes.</summary>
    public required int Hour { get; init; }

    /// <summary>Day of a weekly one.</summary>
    public required DayOfWeek Weekday { get; init; }

    /// <summary>Which papers come first.</summary>
    public required DigestOrder Order { get; init; }

    /// <summary>Most papers in one mail.</summary>
    public required int Limit { get; init; }

    /// <summary>Whether a mail comes when there is no paper.</summary>
    public required bool SendEmpty { get; init; }

    internal static DigestView Of(Digest digest) => new()
    {
        Address = digest.Address,
        Cadence = digest.Cadence,
        Hour = digest.Hour,
        Weekday = digest.Weekday,
        Order = digest.Order,
        Limit = digest.Limit,
        SendEmpty = digest.SendEmpty,
    };
}
