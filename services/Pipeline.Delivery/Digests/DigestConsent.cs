using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Digests;

/// <summary>What the reader of a mail may do to a digest by its links.</summary>
public sealed class DigestConsent(ISubscriptionStore subscriptions, TimeProvider time)
{
    /// <summary>Why a digest is disabled whose reader wants no more of it. Nobody but the reader may take that back.</summary>
    public const string Unsubscribed = "The reader unsubscribed.";

    private const string ByLink = "link";

    // Compared with where there is no digest, so that this takes as long.
    private static readonly Digest Nobody = new() { Address = "", Cadence = DigestCadence.Daily, Key = Convert.ToBase64String(new byte[32]) };

    /// <summary>Finds the digest that a link is about.</summary>
    /// <returns>Null when there is none, or the token is not its own; which of them it is cannot be told.</returns>
    public async Task<Subscription?> FindAsync(Guid id, string token, MailPurpose purpose, CancellationToken cancellationToken)
    {
        var subscription = await subscriptions.FindAsync(id, cancellationToken);
        return MailTokens.Fits(token, subscription?.Digest ?? Nobody, id, purpose) && subscription?.Digest is not null ? subscription : null;
    }

    /// <summary>The reader wants it: it is told from now on. Again without effect.</summary>
    public Task<ConsentAnswer> ConfirmAsync(Guid id, string token, CancellationToken cancellationToken)
        => ApplyAsync(id, token, MailPurpose.Confirm, "confirmed", Confirmed, cancellationToken);

    /// <summary>The reader wants no more of it, at once. Again without effect.</summary>
    public Task<ConsentAnswer> UnsubscribeAsync(Guid id, string token, CancellationToken cancellationToken)
        => ApplyAsync(id, token, MailPurpose.Unsubscribe, "unsubscribed", Ended, cancellationToken);

    /// <summary>Whether a reader has ended a digest.</summary>
    public static bool IsEnded(Subscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return subscription is { State: SubscriptionState.Disabled, Reason: Unsubscribed };
    }

    private static (ConsentAnswer Answer, Subscription? Next) Confirmed(Subscription subscription, DateTimeOffset now) => subscription.State switch
    {
        SubscriptionState.Pending => (ConsentAnswer.Done, subscription with
        {
            State = SubscriptionState.Active,
            Reason = null,
            DueAt = DigestSchedule.Next(subscription.Digest!, now),
            Failures = 0,
            FailingSince = null,
        }),
        SubscriptionState.Disabled => (ConsentAnswer.Ended, null),
        _ => (ConsentAnswer.Done, null),
    };

    private static (ConsentAnswer Answer, Subscription? Next) Ended(Subscription subscription, DateTimeOffset now)
        => (ConsentAnswer.Done, IsEnded(subscription) ? null : subscription with { State = SubscriptionState.Disabled, Reason = Unsubscribed });

    private async Task<ConsentAnswer> ApplyAsync(
        Guid id,
        string token,
        MailPurpose purpose,
        string action,
        Func<Subscription, DateTimeOffset, (ConsentAnswer Answer, Subscription? Next)> decide,
        CancellationToken cancellationToken)
    {
        while (await FindAsync(id, token, purpose, cancellationToken) is { } current)
        {
            var now = time.GetStoredNow();
            var (answer, next) = decide(current, now);
            if (next is null || await subscriptions.UpdateAsync(next, DigestProgress.EventOf(next, now, ByLink, action, detail: null), cancellationToken))
            {
                return answer;
            }
        }

        return ConsentAnswer.Unknown;
    }
}

/// <summary>What came of a reader's word.</summary>
public enum ConsentAnswer
{
    /// <summary>There is no such digest, or the link is not its own.</summary>
    Unknown,

    /// <summary>It is as the reader wants it.</summary>
    Done,

    /// <summary>It has ended before, and must be asked for anew.</summary>
    Ended,
}
