namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>One attempt to tell a subscriber of something.</summary>
public sealed record DeliveryAttempt
{
    /// <summary>Key; made anew for each attempt.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>Place in the change log of what was sent; 0 for a test or a mail.</summary>
    public long ChangeSequence { get; init; }

    /// <summary>Id of the event or message that was sent; the same on every attempt.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it began, in UTC, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether the other side took it.</summary>
    public required bool Delivered { get; init; }

    /// <summary>Status of the answer over HTTP or SMTP; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>What went wrong, or the beginning of the answer; one line, at most 200 characters.</summary>
    public string? Note { get; init; }
}
