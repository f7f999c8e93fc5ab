using System.Globalization;
using MassTransit;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>Makes subscriptions of requests that were found right.</summary>
internal static class NewSubscription
{
    /// <param name="request">The request.</param>
    /// <param name="cursor">Place in the change log after which it begins.</param>
    /// <param name="now">The time, in whole milliseconds.</param>
    public static Subscription Of(SubscriptionRequest request, long cursor, DateTimeOffset now) => new()
    {
        Id = NewId.NextGuid(),
        Name = request.Name,
        State = request.Digest is null ? SubscriptionState.Active : SubscriptionState.Pending,
        Filter = new()
        {
            Kinds = [.. request.Kinds.Distinct()],
            Topics = [.. request.Topics.Distinct(StringComparer.Ordinal)],
            Source = request.Source,
            Words = request.Words,
        },
        Webhook = request.Webhook is { } webhook
            ? new() { Url = webhook.Url, Secrets = [new() { Value = webhook.Secret ?? WebhookSecrets.Create(), CreatedAt = now }] }
            : null,
        Digest = request.Digest is { } digest ? Of(digest) : null,
        CreatedAt = now,
        Cursor = cursor,
    };

    /// <summary>What is noted of it: neither secrets, nor the address of a reader, which is to be gone with the subscription.</summary>
    public static string Detail(Subscription subscription) => subscription switch
    {
        { Webhook: { } webhook } => string.Create(CultureInfo.InvariantCulture, $"webhook to {new Uri(webhook.Url).Host}, after {subscription.Cursor}"),
        { Digest: { } digest } => $"{digest.Cadence.ToString().ToLowerInvariant()} digest",
        _ => "",
    };

    private static Digest Of(DigestRequest digest) => new()
    {
        Address = digest.Address,
        Cadence = digest.Cadence,
        Hour = digest.Hour,
        Weekday = digest.Weekday,
        Order = digest.Order,
        Limit = digest.Limit,
        SendEmpty = digest.SendEmpty,
        Key = WebhookSecrets.Random(),
    };
}
