namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>Somebody outside who is told of changes: at an address over HTTP, or by mail.</summary>
/// <remarks>One document with all that is needed to go on after any process has died. It has either <see cref="Webhook"/> or <see cref="Digest"/>.</remarks>
public sealed record Subscription
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name for people, unique; 1 to 100 characters without control characters.</summary>
    public required string Name { get; init; }

    /// <summary>How far it has come.</summary>
    public required SubscriptionState State { get; init; }

    /// <summary>Why it is in that state; one line. Null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>What it is told of.</summary>
    public SubscriptionFilter Filter { get; init; } = SubscriptionFilter.All;

    /// <summary>Where each event is sent to; null for a digest.</summary>
    public Webhook? Webhook { get; init; }

    /// <summary>What is written, and to whom; null for a webhook.</summary>
    public Digest? Digest { get; init; }

    /// <summary>When it was asked for, in UTC, whole milliseconds, as all times here.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Place in the change log up to which everything it asks for was delivered, and from which on it is told.</summary>
    public required long Cursor { get; init; }

    /// <summary>Not before this time is the next attempt, or the next mail. The beginning of time when nothing stands in the way.</summary>
    public DateTimeOffset DueAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Attempts that failed since the last that did not.</summary>
    public int Failures { get; init; }

    /// <summary>When the first of those was; null when there is none.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When something was last delivered; null before the first time.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>From when on somebody is to be told by mail that it was given up; null when there is nothing to tell, or it was told.</summary>
    public DateTimeOffset? NotifyAt { get; init; }

    /// <summary>Counts the writes; guards them against each other.</summary>
    public int Sequence { get; init; }

    /// <summary>What kind it is.</summary>
    public SubscriptionKind Kind => Webhook is null ? SubscriptionKind.Digest : SubscriptionKind.Webhook;
}

/// <summary>In which way somebody is told.</summary>
public enum SubscriptionKind
{
    /// <summary>Each event is sent to an address over HTTP.</summary>
    Webhook,

    /// <summary>A mail, daily or weekly.</summary>
    Digest,
}

/// <summary>How far a subscription has come.</summary>
public enum SubscriptionState
{
    /// <summary>The address has not agreed yet; nothing is sent but the question.</summary>
    Pending,

    /// <summary>It is told.</summary>
    Active,

    /// <summary>A person stopped it for a while; it goes on where it was.</summary>
    Paused,

    /// <summary>Given up, because too many attempts failed, or the other side wants no more.</summary>
    Disabled,
}
