using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Api.Subscriptions;

/// <summary>A subscription without its secrets.</summary>
public sealed record SubscriptionView
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>In which way somebody is told.</summary>
    public required SubscriptionKind Kind { get; init; }

    /// <summary>How far it has come.</summary>
    public required SubscriptionState State { get; init; }

    /// <summary>Why it is in that state; null when there is nothing to say.</summary>
    public required string? Reason { get; init; }

    /// <summary>What it is told of.</summary>
    public required SubscriptionFilter Filter { get; init; }

    /// <summary>Where each event is sent to; null for a digest.</summary>
    public required WebhookView? Webhook { get; init; }

    /// <summary>What is written, and to whom; null for a webhook.</summary>
    public required DigestView? Digest { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Place in the change log up to which everything was delivered.</summary>
    public required long Cursor { get; init; }

    /// <summary>Not before this time is the next attempt, or the next mail; null when nothing stands in the way.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Attempts that failed since the last that did not.</summary>
    public required int Failures { get; init; }

    /// <summary>When the first of those was; null when there is none.</summary>
    public required DateTimeOffset? FailingSince { get; init; }

    /// <summary>When something was last delivered; null before the first time.</summary>
    public required DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What anybody may see of a subscription who may see it at all.</summary>
    public static SubscriptionView Of(Subscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return new()
        {
            Id = subscription.Id,
            Name = subscription.Name,
            Kind = subscription.Kind,
            State = subscription.State,
            Reason = subscription.Reason,
            Filter = subscription.Filter,
            Webhook = subscription.Webhook is { } webhook ? WebhookView.Of(webhook) : null,
            Digest = subscription.Digest is { } digest ? DigestView.Of(digest) : null,
            CreatedAt = subscription.CreatedAt,
            Cursor = subscription.Cursor,
            DueAt = subscription.DueAt == DateTimeOffset.UnixEpoch ? null : subscription.DueAt,
            Failures = subscription.Failures,
            FailingSince = subscription.FailingSince,
            DeliveredAt = subscription.DeliveredAt,
        };
    }
}

/// <summary>A webhook without its secrets.</summary>
/// <param name="Url">Address to which each event is sent.</param>
/// <param name="Secrets">How old the secrets are that sign, the newest first.</param>
public sealed record WebhookView(string Url, IReadOnlyList<SecretView> Secrets)
{
    internal static WebhookView Of(Webhook webhook)
        => new(webhook.Url, [.. webhook.Secrets.Select(secret => new SecretView(secret.CreatedAt, secret.EndsAt))]);
}

/// <summary>What can be said of a secret.</summary>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EndsAt">From when on it signs no more; null for the newest.</param>
public sealed record SecretView(DateTimeOffset CreatedAt, DateTimeOffset? EndsAt);

/// <summary>A subscription, with the secret that is shown this once.</summary>
/// <param name="Secret">What signs from now on: <c>whsec_</c> and bytes in base64; null for a digest.</param>
/// <param name="Subscription">The subscription.</param>
public sealed record SubscriptionSecret(string? Secret, SubscriptionView Subscription);

/// <summary>A subscription that was added, with the secret that is shown this once.</summary>
/// <param name="Secret">What signs: <c>whsec_</c> and bytes in base64; null for a digest.</param>
/// <param name="Subscription">The subscription.</param>
/// <param name="Notice">What it still needs that this process does not have, such as a mail server; null when nothing is known to be missing.</param>
public sealed record AddedSubscription(string? Secret, SubscriptionView Subscription, string? Notice);
