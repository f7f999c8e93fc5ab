using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Notices;

/// <summary>
/// Tells the operator by mail of webhooks that were given up, once each time. That it is to be told stands in the subscription since
/// the write that gave it up; a process that dies after it has sent one leaves it to be sent again, as the same mail.
/// </summary>
internal sealed class GivenUpNotices(
    ISubscriptionStore subscriptions, DigestPost post, IOptions<WebhookOptions> options, TimeProvider time, ILogger<GivenUpNotices> logger)
{
    /// <summary>After this, one whose process died is sent by another.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    /// <summary>Wait after a mail that was not taken.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>Sends what is due.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        foreach (var webhook in (await subscriptions.ListAsync(cancellationToken)).Where(IsDue))
        {
            // Of several processes, the one whose write comes first sends it.
            if (!await subscriptions.UpdateAsync(webhook with { NotifyAt = time.GetStoredNow() + Hold }, what: null, cancellationToken))
            {
                continue;
            }

            var (outcome, _) = await post.SendAsync(MailOf(webhook), cancellationToken);
            await SettleAsync(webhook.Id, outcome, cancellationToken);
            if (outcome.Kind != MailOutcomeKind.Taken)
            {
                logger.NoticeNotTaken(webhook.Name, outcome.Note);
            }
        }
    }

    private bool IsDue(Subscription subscription)
        => subscription is { State: SubscriptionState.Disabled, Webhook: not null, NotifyAt: { } at } && at <= time.GetUtcNow();

    private OutgoingMail MailOf(Subscription webhook) => new()
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"given-up.{webhook.Id:N}.{webhook.FailingSince?.ToUnixTimeMilliseconds() ?? 0}"),
        SubscriptionId = webhook.Id,
        To = options.Value.NotifyMail,
        At = time.GetStoredNow(),
        Content = GivenUpWriter.Write(webhook),
        OfItsList = false,
    };

    // Resumed, replayed or removed meanwhile: there is nothing left to tell.
    private async Task SettleAsync(Guid id, MailOutcome outcome, CancellationToken cancellationToken)
    {
        while (await subscriptions.FindAsync(id, cancellationToken) is { NotifyAt: not null } stored)
        {
            var next = stored with { NotifyAt = outcome.Kind == MailOutcomeKind.Taken ? null : time.GetStoredNow() + Wait };
            if (await subscriptions.UpdateAsync(next, what: null, cancellationToken))
            {
                return;
            }
        }
    }
}
