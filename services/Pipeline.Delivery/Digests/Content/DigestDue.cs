using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>Which digests should have been sent by now. Pure.</summary>
internal static class DigestDue
{
    /// <summary>For how long a digest has waited for its issue to be sent.</summary>
    /// <returns>Null when it does not: it is not to be told, its next time has not come, or its reader's server refused the issue until then.</returns>
    public static TimeSpan? Waiting(Subscription subscription, DateTimeOffset now)
    {
        if (subscription is not { State: SubscriptionState.Active, Digest: { } digest })
        {
            return null;
        }

        // What was put off is due at no time of its schedule, and has been due since it first failed.
        var regular = DigestSchedule.Next(digest, subscription.DueAt.AddTicks(-1)) == subscription.DueAt;
        var since = regular ? subscription.DueAt : subscription.FailingSince ?? subscription.DueAt;
        return since <= now ? now - since : null;
    }
}
