using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Webhooks;

/// <summary>How far a subscription has come within one turn, and how that gets into the store beside what people do to it meanwhile.</summary>
internal sealed class WebhookProgress(ISubscriptionStore store, IDeliveryAttempts attempts, Subscription taken)
{
    private readonly List<DeliveryAttempt> _attempts = [];
    private Subscription _stored = taken;

    /// <summary>The subscription with what was reached.</summary>
    public Subscription Current { get; private set; } = taken;

    /// <summary>Nothing up to a place is left to be told.</summary>
    public void Pass(long cursor) => Current = Current with { Cursor = cursor };

    /// <summary>A message was taken.</summary>
    public void Delivered(DeliveryAttempt attempt, long cursor)
    {
        _attempts.Add(attempt);
        Current = Current with { Cursor = cursor, DeliveredAt = attempt.At, Failures = 0, FailingSince = null };
    }

    /// <summary>A message was not taken; the next attempt is not before a time.</summary>
    public void Failed(DeliveryAttempt attempt, DateTimeOffset dueAt)
    {
        _attempts.Add(attempt);
        Current = Current with { Failures = Current.Failures + 1, FailingSince = Current.FailingSince ?? attempt.At, DueAt = dueAt };
    }

    /// <summary>It is given up.</summary>
    /// <param name="reason">Why, in one line.</param>
    /// <param name="notifyAt">From when on somebody is told of it by mail; null when nobody is.</param>
    public void Disabled(string reason, DateTimeOffset? notifyAt)
        => Current = Current with { State = SubscriptionState.Disabled, Reason = reason, NotifyAt = notifyAt };

    /// <summary>It waits its turn behind all others that are due.</summary>
    public void Queue(DateTimeOffset now) => Current = Current with { DueAt = now };

    /// <summary>Writes what was reached.</summary>
    /// <param name="what">What was done; null for mere progress.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>False when it is not to be told any further: it was removed, stopped, or set back to another place.</returns>
    public async Task<bool> SaveAsync(SubscriptionEvent? what, CancellationToken cancellationToken)
    {
        if (_attempts.Count > 0)
        {
            await attempts.AddAsync([.. _attempts], cancellationToken);
            _attempts.Clear();
        }

        while (Current != _stored && !await store.UpdateAsync(Current, what, cancellationToken))
        {
            var stored = await store.FindAsync(Current.Id, cancellationToken);
            if (stored is null || stored.Cursor != _stored.Cursor)
            {
                // Who set the cursor meant it, and whoever took the subscription over goes on from his own.
                _stored = Current;
                return false;
            }

            what = stored.State == SubscriptionState.Active ? what : null;
            (_stored, Current) = (stored, Onto(stored));
        }

        if (Current != _stored)
        {
            _stored = Current = Current with { Sequence = Current.Sequence + 1 };
        }

        return Current.State == SubscriptionState.Active;
    }

    private Subscription Onto(Subscription stored)
    {
        var given = Current.State == SubscriptionState.Disabled && stored.State == SubscriptionState.Active ? Current : stored;
        return stored with
        {
            State = given.State,
            Reason = given.Reason,
            NotifyAt = given.NotifyAt,
            Cursor = Current.Cursor,
            DueAt = Current.DueAt,
            Failures = Current.Failures,
            FailingSince = Current.FailingSince,
            DeliveredAt = Current.DeliveredAt,
        };
    }
}
