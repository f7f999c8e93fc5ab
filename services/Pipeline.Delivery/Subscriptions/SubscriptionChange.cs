using System.Globalization;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>What a person does to a subscription, decided by how it stands. Pure.</summary>
internal sealed record SubscriptionChange
{
    private const string Ended = "Its reader unsubscribed, and nobody else may take that back.";

    private const int MaxReason = 200;

    private static readonly TimeSpan LongestKeep = TimeSpan.FromDays(30);

    /// <summary>The subscription as it is to be; null when nothing is to be written.</summary>
    public Subscription? Next { get; private init; }

    /// <summary>What is done, for the record.</summary>
    public string Action { get; private init; } = "";

    /// <summary>More of it; null when there is no more.</summary>
    public string? Detail { get; private init; }

    /// <summary>Why nothing is written; null when it stands so already.</summary>
    public SubscriptionResult? Refusal { get; private init; }

    public static SubscriptionChange Pause(Subscription stored, string? reason) => stored.State switch
    {
        _ when reason?.Length > MaxReason || reason?.Any(char.IsControl) == true => Wrong("reason", $"Give at most {MaxReason} characters on one line."),
        SubscriptionState.Active => Of(stored with { State = SubscriptionState.Paused, Reason = reason }, "paused", reason),
        SubscriptionState.Paused => new(),
        SubscriptionState.Pending => Conflict("Its reader has not agreed yet; nothing but the question is sent."),
        _ => Conflict("It is disabled; nothing is sent."),
    };

    public static SubscriptionChange Resume(Subscription stored) => stored switch
    {
        { State: SubscriptionState.Active } => new(),
        { State: SubscriptionState.Pending } => Conflict("Its reader must agree first, by the link in the mail; a test sends that again."),

        { State: SubscriptionState.Disabled, Digest: not null } => DigestConsent.IsEnded(stored)
            ? Conflict(Ended)
            : Of(Fresh(stored) with { State = SubscriptionState.Pending, DeliveredAt = null }, "resumed", "its reader is asked again"),
        { Digest: not null } => Of(stored with { State = SubscriptionState.Active, Reason = null }, "resumed"),
        _ => Of(Fresh(stored) with { State = SubscriptionState.Active }, "resumed"),
    };

    public static SubscriptionChange Rotate(Subscription stored, string? secret, TimeSpan keep, DateTimeOffset now)
    {
        if (stored.Webhook is not { } webhook)
        {
            return Conflict("A digest has no secret; only a webhook signs.");
        }

        if (keep < TimeSpan.Zero || keep > LongestKeep)
        {
            return Wrong("keep", $"It must lie between 0 and {LongestKeep.Days} days.");
        }

        if (secret is not null && (!WebhookSecrets.IsSecret(secret) || webhook.Secrets.Any(old => old.Value == secret)))
        {
            return Wrong("secret", webhook.Secrets.Any(old => old.Value == secret) ? "It is the secret of before." : WebhookSecrets.Form);
        }

        var secrets = WebhookSecrets.Rotate(webhook.Secrets, secret ?? WebhookSecrets.Create(), keep, now);
        return secrets.Count > WebhookSecrets.Most
            ? Conflict($"{WebhookSecrets.Most} secrets sign already. Wait until one has ended, or let the former ones end at once.")
            : Of(
                stored with { Webhook = webhook with { Secrets = secrets } },
                "rotated",
                keep == TimeSpan.Zero ? "the former secret ends at once" : $"the former secret ends {now + keep:yyyy-MM-dd HH:mm:ss} UTC");
    }

    /// <param name="stored">The subscription.</param>
    /// <param name="after">Place after which it is told.</param>
    /// <param name="last">Last place of the log.</param>
    /// <param name="trimmed">Last place that is no longer kept.</param>
    public static SubscriptionChange Replay(Subscription stored, long after, long last, long trimmed)
    {
        if (stored.Webhook is null)
        {
            return Conflict("A digest tells of no paper twice; only a webhook can be told again.");
        }

        return after < 0 || after > last
            ? Wrong("after", string.Create(CultureInfo.InvariantCulture, $"It must lie between 0 and {last}, the last place of the change log."))
            : Of(
                Fresh(stored) with { Cursor = Math.Max(after, trimmed), Reason = stored.Reason },
                "replayed",
                string.Create(CultureInfo.InvariantCulture, $"after {Math.Max(after, trimmed)}; it stood at {stored.Cursor}"));
    }

    public static SubscriptionChange Test(Subscription stored) => DigestConsent.IsEnded(stored) ? Conflict(Ended) : Of(stored, "tested");

    // Whatever failed before is not held against it.
    private static Subscription Fresh(Subscription stored)
        => stored with { DueAt = DateTimeOffset.UnixEpoch, Failures = 0, FailingSince = null, Reason = null, NotifyAt = null };

    private static SubscriptionChange Of(Subscription next, string action, string? detail = null) => new() { Next = next, Action = action, Detail = detail };

    private static SubscriptionChange Wrong(string field, string detail) => new() { Refusal = SubscriptionResult.Wrong(field, detail) };

    private static SubscriptionChange Conflict(string detail) => new() { Refusal = SubscriptionResult.Conflict(detail) };
}
