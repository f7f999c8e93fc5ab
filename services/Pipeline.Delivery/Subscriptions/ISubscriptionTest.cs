using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>Tells a subscriber of one kind that this works, because a person asked for it.</summary>
public interface ISubscriptionTest
{
    /// <summary>The kind that it tells.</summary>
    SubscriptionKind Kind { get; }

    /// <summary>Sends one event or mail, once, whatever the state of the subscription; its cursor and its retries stay as they are.</summary>
    /// <returns>How it went. What the other side did wrong is told in it and not thrown; it is not yet stored.</returns>
    Task<DeliveryAttempt> SendAsync(Subscription subscription, CancellationToken cancellationToken);
}
