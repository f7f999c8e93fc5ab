using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Delivery.Digests;

/// <summary>
/// One turn of a digest that is due: choose, keep, send, mark, go on; in this order, so that a process that dies in between leaves the
/// next one the very same issue under the same key.
/// </summary>
internal sealed class DigestTurn(
    IDigestStore issues, IDeliveryAttempts attempts, DigestReader reader, DigestPress press, DigestPost post, DigestProgress progress,
    TimeProvider time, ILogger<DigestTurn> logger)
{
    private const int FirstPermanent = 500;
    private const int AttemptsToLookAt = 100;

    /// <summary>Does it, for a digest that this process holds.</summary>
    /// <returns>False when the mail server takes nothing now, from whatever digest.</returns>
    public async Task<bool> RunAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var last = await issues.FindLastAsync(subscription.Id, cancellationToken);
        if (last?.SentAt >= subscription.DueAt)
        {
            // Whoever sent it died before the digest went on.
            await progress.DoneAsync(subscription.Id, last.ReadTo, sent: true, cancellationToken);
            return true;
        }

        var (issue, more) = last is { SentAt: null }
            ? (last, await CountMoreAsync(subscription, last, cancellationToken))
            : await MakeAsync(subscription, last, cancellationToken);
        if (issue is null)
        {
            return true;
        }

        var mail = await press.WriteAsync(subscription, issue, more, cancellationToken);
        var (outcome, attempt) = await post.SendAsync(mail, cancellationToken);
        await SettleAsync(subscription, issue, outcome, attempt, cancellationToken);
        await attempts.AddAsync([attempt], cancellationToken);
        return outcome.Kind != MailOutcomeKind.Away;
    }

    private async Task<(DigestIssue? Issue, int More)> MakeAsync(Subscription subscription, DigestIssue? last, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var (chosen, readTo) = await reader.ChooseAsync(subscription, upTo: null, now, cancellationToken);
        if (chosen.Papers.Count == 0 && !subscription.Digest!.SendEmpty)
        {
            await progress.DoneAsync(subscription.Id, readTo, sent: false, cancellationToken);
            return (null, 0);
        }

        var issue = new DigestIssue
        {
            SubscriptionId = subscription.Id,
            Number = (last?.Number ?? 0) + 1,
            PaperIds = [.. chosen.Papers.Select(paper => paper.Id)],
            ReadTo = readTo,
            MadeAt = now,
        };

        // Null when it was removed meanwhile: then nobody is told.
        return (await issues.KeepAsync(issue, cancellationToken), chosen.More);
    }

    // Its own papers have been told: what is left is what there was no room for.
    private async Task<int> CountMoreAsync(Subscription subscription, DigestIssue issue, CancellationToken cancellationToken)
    {
        var (left, _) = await reader.ChooseAsync(subscription, issue.ReadTo, issue.MadeAt, cancellationToken);
        return left.Papers.Count + left.More;
    }

    private async Task SettleAsync(
        Subscription subscription, DigestIssue issue, MailOutcome outcome, DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        if (outcome.Kind == MailOutcomeKind.Taken)
        {
            await issues.MarkSentAsync(subscription.Id, issue.Number, time.GetStoredNow(), cancellationToken);
            await progress.DoneAsync(subscription.Id, issue.ReadTo, sent: true, cancellationToken);
            logger.IssueSent(issue.Number, subscription.Name, issue.PaperIds.Count);
            return;
        }

        logger.IssueNotTaken(issue.Number, subscription.Name, outcome.Note);
        await (outcome.Kind != MailOutcomeKind.Refused ? progress.FailedAsync(subscription.Id, cancellationToken)
            : await IsHopelessAsync(subscription, issue, attempt, cancellationToken)
                ? progress.GivenUpAsync(subscription.Id, $"Its mail server keeps refusing: {outcome.Note}", cancellationToken)
            : progress.RefusedAsync(subscription.Id, cancellationToken));
    }

    // Refused before, and at the third time that the issue was due; a weekly one's first attempt may no longer be kept by then.
    private async Task<bool> IsHopelessAsync(Subscription subscription, DigestIssue issue, DeliveryAttempt attempt, CancellationToken cancellationToken)
        => attempt.At >= DigestSchedule.Next(subscription.Digest!, DigestSchedule.Next(subscription.Digest!, issue.MadeAt))
            && (await attempts.ListAsync(subscription.Id, failedOnly: true, AttemptsToLookAt, cancellationToken))
                .Any(earlier => earlier.At < attempt.At && earlier.MessageId == attempt.MessageId && earlier.Status >= FirstPermanent);
}
