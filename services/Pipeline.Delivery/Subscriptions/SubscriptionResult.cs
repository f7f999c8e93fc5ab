using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>What became of something that a person wanted of a subscription: either <see cref="Subscription"/>, or <see cref="Refusal"/>.</summary>
public sealed record SubscriptionResult
{
    /// <summary>The subscription, as it stands now; as it last stood when it was removed. Null when it was refused.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>Why nothing was done; null when it was.</summary>
    public SubscriptionRefusal? Refusal { get; init; }

    /// <summary>Whether it stood so before, and nothing had to be done.</summary>
    public bool Unchanged { get; init; }

    /// <summary>A new secret, to be shown this once; null when there is none.</summary>
    public string? Secret { get; init; }

    /// <summary>How a test went; null when there was none.</summary>
    public DeliveryAttempt? Attempt { get; init; }

    internal static SubscriptionResult Wrong(string field, string detail) => Refuse(RefusalKind.Wrong, detail, field);

    internal static SubscriptionResult Conflict(string detail) => Refuse(RefusalKind.Conflict, detail, null);

    internal static SubscriptionResult Unknown { get; } = Refuse(RefusalKind.Unknown, "There is no such subscription.", null);

    private static SubscriptionResult Refuse(RefusalKind kind, string detail, string? field) => new() { Refusal = new(kind, detail, field) };
}

/// <summary>Why nothing was done.</summary>
/// <param name="Kind">What kind of reason it is.</param>
/// <param name="Detail">What is wrong, in a sentence without secrets.</param>
/// <param name="Field">The property of the request that is wrong, as JSON spells it; null when none is.</param>
public sealed record SubscriptionRefusal(RefusalKind Kind, string Detail, string? Field);

/// <summary>Kinds of reasons.</summary>
public enum RefusalKind
{
    /// <summary>What was asked for can never be.</summary>
    Wrong,

    /// <summary>There is no such subscription.</summary>
    Unknown,

    /// <summary>It cannot be as things stand.</summary>
    Conflict,
}
