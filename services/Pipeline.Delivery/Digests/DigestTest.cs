using MassTransit;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Subscriptions;

namespace Pipeline.Delivery.Digests;

/// <summary>Sends what the next mail would say now, without telling of anything. Who has not confirmed yet is asked again instead.</summary>
internal sealed class DigestTest(DigestAvailability availability, DigestReader reader, DigestPress press, DigestPost post, TimeProvider time) : ISubscriptionTest
{
    public SubscriptionKind Kind => SubscriptionKind.Digest;

    public async Task<DeliveryAttempt> SendAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        if ((availability.Reason ?? (DigestConsent.IsEnded(subscription) ? DigestConsent.Unsubscribed : null)) is { } reason)
        {
            return NotSent(subscription, reason);
        }

        var now = time.GetStoredNow();
        var mail = subscription.State == SubscriptionState.Pending
            ? press.WriteQuestion(subscription, now, again: true)
            : await WriteAsync(subscription, now, cancellationToken);
        return (await post.SendAsync(mail, cancellationToken)).Attempt;
    }

    private async Task<OutgoingMail> WriteAsync(Subscription subscription, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (chosen, _) = await reader.ChooseAsync(subscription, upTo: null, now, cancellationToken);
        return press.WriteTest(subscription, chosen, now);
    }

    private DeliveryAttempt NotSent(Subscription subscription, string reason) => new()
    {
        Id = NewId.NextGuid(),
        SubscriptionId = subscription.Id,
        MessageId = "none",
        At = time.GetStoredNow(),
        Duration = TimeSpan.Zero,
        Delivered = false,
        Note = reason,
    };
}
