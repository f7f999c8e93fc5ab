using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Digests;

/// <summary>Writes how far a digest has come. What a person does meanwhile stands: the progress is put on top of it.</summary>
internal sealed class DigestProgress(ISubscriptionStore subscriptions, IOptions<DigestOptions> options, TimeProvider time)
{
    // More doublings than lead to the longest wait.
    private const int MaxDoublings = 12;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);

    /// <summary>The issue was sent, or there was nothing to send; the next is due at the next time.</summary>
    /// <param name="id">The digest.</param>
    /// <param name="readTo">The place in the change log up to which it has told.</param>
    /// <param name="sent">Whether something was sent.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public Task DoneAsync(Guid id, long readTo, bool sent, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        return ApplyAsync(
            id,
            current => current with
            {
                Cursor = Math.Max(current.Cursor, readTo),
                DueAt = DigestSchedule.Next(current.Digest!, now),
                Failures = 0,
                FailingSince = null,
                DeliveredAt = sent ? now : current.DeliveredAt,
            },
            what: null,
            cancellationToken);
    }

    /// <summary>The question was sent; the answer is waited for.</summary>
    public Task AskedAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        return ApplyAsync(id, current => current with { Failures = 0, FailingSince = null, DeliveredAt = now }, what: null, cancellationToken);
    }

    /// <summary>The server did not take the mail; it is tried again after a wait.</summary>
    public Task FailedAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        return ApplyAsync(id, current => Failed(current, now) with { DueAt = now + Wait(current.Failures) }, what: null, cancellationToken);
    }

    /// <summary>The server refused the mail for this reader; it is tried again at the next time.</summary>
    public Task RefusedAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        return ApplyAsync(id, current => Failed(current, now) with { DueAt = DigestSchedule.Next(current.Digest!, now) }, what: null, cancellationToken);
    }

    /// <summary>The digest is given up.</summary>
    public Task GivenUpAsync(Guid id, string reason, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        return ApplyAsync(
            id,
            current => Failed(current, now) with { State = SubscriptionState.Disabled, Reason = reason },
            current => EventOf(current, now, "pipeline", "disabled", reason),
            cancellationToken);
    }

    /// <summary>What somebody did.</summary>
    public static SubscriptionEvent EventOf(Subscription subscription, DateTimeOffset at, string by, string action, string? detail) => new()
    {
        Id = NewId.NextGuid(),
        SubscriptionId = subscription.Id,
        Name = subscription.Name,
        At = at,
        By = by,
        Action = action,
        Detail = detail,
    };

    private static Subscription Failed(Subscription subscription, DateTimeOffset now)
        => subscription with { Failures = subscription.Failures + 1, FailingSince = subscription.FailingSince ?? now };

    private TimeSpan Wait(int failures)
    {
        var wait = options.Value.RetryDelay * (1 << Math.Min(failures, MaxDoublings));
        return wait < LongestWait ? wait : LongestWait;
    }

    private async Task ApplyAsync(
        Guid id, Func<Subscription, Subscription> change, Func<Subscription, SubscriptionEvent>? what, CancellationToken cancellationToken)
    {
        // Removed meanwhile: there is nothing to go on with.
        while (await subscriptions.FindAsync(id, cancellationToken) is { } current)
        {
            var next = change(current);
            if (await subscriptions.UpdateAsync(next, what?.Invoke(next), cancellationToken))
            {
                return;
            }
        }
    }
}
