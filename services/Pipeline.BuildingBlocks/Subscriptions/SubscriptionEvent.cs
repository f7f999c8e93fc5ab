namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>What somebody, or the pipeline itself, did to a subscription. Stays when the subscription is removed.</summary>
public sealed record SubscriptionEvent
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The subscription.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>Its name at that time.</summary>
    public required string Name { get; init; }

    /// <summary>When, in UTC, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: <c>cli:</c> and the user of the system, <c>api:</c> and the name of the key, <c>link</c> for the reader of a mail, <c>pipeline</c>.</summary>
    public required string By { get; init; }

    /// <summary>What: added, confirmed, paused, resumed, removed, tested, rotated, replayed, disabled, unsubscribed.</summary>
    public required string Action { get; init; }

    /// <summary>More of it, in one line without secrets; null when there is no more.</summary>
    public string? Detail { get; init; }
}
