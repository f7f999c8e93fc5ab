using System.Globalization;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Storage.Contract;

/// <summary>Plausible subscriptions; a test names only what it is about.</summary>
public static class SomeSubscription
{
    public static Guid Id(int number = 1) => DeterministicId.From("some-subscription", number.ToString(CultureInfo.InvariantCulture));

    public static Subscription Webhook(
        int number = 1, string? name = null, SubscriptionState state = SubscriptionState.Active, int due = 0, long cursor = 0) => new()
    {
        Id = Id(number),
        Name = name ?? $"hook {number}",
        State = state,
        Webhook = new() { Url = "https://example.org/hook", Secrets = [new() { Value = "whsec_AAAA", CreatedAt = Some.Time() }] },
        CreatedAt = Some.Time(),
        Cursor = cursor,
        DueAt = Some.Time(due),
    };

    public static Subscription Digest(int number = 1, string? name = null) => new()
    {
        Id = Id(number),
        Name = name ?? $"digest {number}",
        State = SubscriptionState.Active,
        Digest = new() { Address = "ann@example.org", Cadence = DigestCadence.Daily, Key = "a2V5" },
        CreatedAt = Some.Time(),
        Cursor = 0,
    };

    /// <summary>A webhook with every value set, none to its default.</summary>
    public static Subscription FullWebhook() => new()
    {
        Id = Id(),
        Name = "über “all” \U0001F4C4 <b>",
        State = SubscriptionState.Disabled,
        Reason = "no answer \"ever\"",
        Filter = new()
        {
            Kinds = [ChangeKind.Revised, ChangeKind.Withdrawn],
            Topics = ["cs.LG", "stat.ML"],
            Source = "daily/ä",
            Words = "graph über",
        },
        Webhook = new()
        {
            Url = "https://example.org:8443/hook?a=b&$c.d=é",
            Secrets =
            [
                new() { Value = "whsec_+/AB==", CreatedAt = Exact(1) },
                new() { Value = "whsec_CD+/", CreatedAt = Exact(0), EndsAt = Exact(2) },
            ],
        },
        CreatedAt = Exact(3),
        Cursor = 9_007_199_254_740_993,
        DueAt = Exact(4),
        Failures = 5,
        FailingSince = Exact(6),
        DeliveredAt = Exact(7),
        NotifyAt = Exact(8),
        Sequence = 8,
    };

    /// <summary>A digest with every value set, none to its default.</summary>
    public static Subscription FullDigest() => FullWebhook() with
    {
        Webhook = null,
        Digest = new()
        {
            Address = "ann+x@example.org",
            Cadence = DigestCadence.Weekly,
            Hour = 23,
            Weekday = DayOfWeek.Saturday,
            Order = DigestOrder.Newest,
            Limit = 99,
            SendEmpty = true,
            Key = "+/AB==",
        },
    };

    public static SubscriptionEvent Event(int number = 1, int subscription = 1, int minutes = 0, string action = "added") => new()
    {
        Id = DeterministicId.From("some-event", number.ToString(CultureInfo.InvariantCulture)),
        SubscriptionId = Id(subscription),
        Name = $"hook {subscription}",
        At = Some.Time(minutes),
        By = "cli:ann",
        Action = action,
    };

    public static DeliveryAttempt Attempt(int number = 1, int subscription = 1, int minutes = 0, bool delivered = true) => new()
    {
        Id = DeterministicId.From("some-attempt", number.ToString(CultureInfo.InvariantCulture)),
        SubscriptionId = Id(subscription),
        ChangeSequence = number,
        MessageId = $"message {number}",
        At = Some.Time(minutes),
        Duration = TimeSpan.FromMilliseconds(12),
        Delivered = delivered,
    };

    public static DigestIssue Issue(int number, int subscription = 1, params IReadOnlyList<string> papers) => new()
    {
        SubscriptionId = Id(subscription),
        Number = number,
        PaperIds = papers,
        ReadTo = 10 * number,
        MadeAt = Some.Time(number),
    };

    /// <summary>A time that needs its milliseconds.</summary>
    public static DateTimeOffset Exact(int minutes) => Some.Time(minutes).AddMilliseconds(789);
}
