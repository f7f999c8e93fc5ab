using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Delivery.Digests;

/// <summary>Asks addresses whether they want a digest, once each.</summary>
internal sealed class DigestQuestions(
    ISubscriptionStore subscriptions, IDeliveryAttempts attempts, DigestPress press, DigestPost post, DigestProgress progress, TimeProvider time,
    ILogger<DigestQuestions> logger)
{
    // After this, a question whose process died is asked by another.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    /// <summary>Asks those that were not asked yet.</summary>
    /// <returns>False when the mail server takes nothing now.</returns>
    public async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var all = await subscriptions.ListAsync(cancellationToken);
        foreach (var subscription in all.Where(one => one is { Digest: not null, State: SubscriptionState.Pending, DeliveredAt: null } && one.DueAt <= now))
        {
            // One that is pending cannot be held; of several processes the one whose write comes first asks.
            if (await subscriptions.UpdateAsync(subscription with { DueAt = now + Hold }, what: null, cancellationToken)
                && !await AskAsync(subscription, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> AskAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var (outcome, attempt) = await post.SendAsync(press.WriteQuestion(subscription, time.GetStoredNow(), again: false), cancellationToken);
        switch (outcome.Kind)
        {
            case MailOutcomeKind.Taken:
                await progress.AskedAsync(subscription.Id, cancellationToken);
                break;
            case MailOutcomeKind.Refused:
                await progress.GivenUpAsync(subscription.Id, $"Its mail server refused the question: {outcome.Note}", cancellationToken);
                break;
            default:
                logger.QuestionNotTaken(subscription.Name, outcome.Note);
                await progress.FailedAsync(subscription.Id, cancellationToken);
                break;
        }

        await attempts.AddAsync([attempt], cancellationToken);
        return outcome.Kind != MailOutcomeKind.Away;
    }
}
