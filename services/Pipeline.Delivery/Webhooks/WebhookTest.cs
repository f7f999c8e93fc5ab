using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Events;
using Pipeline.Delivery.Subscriptions;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Sends a webhook an event that tells of nothing, signed as all are.</summary>
internal sealed class WebhookTest(WebhookSender sender, IOptions<DeliveryOptions> options, TimeProvider time) : ISubscriptionTest
{
    /// <summary>The type of the event.</summary>
    public const string EventType = "pipeline.test.v1";

    public SubscriptionKind Kind => SubscriptionKind.Webhook;

    public async Task<DeliveryAttempt> SendAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var id = NewId.NextGuid().ToString("D");
        var message = new WebhookMessage(id, Write(id, subscription), Sequence: 0, TraceParent: null);
        return (await sender.SendAsync(subscription, message, cancellationToken)).Attempt;
    }

    private byte[] Write(string id, Subscription subscription)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", id);
            json.WriteString("source", options.Value.Source);
            json.WriteString("type", EventType);
            json.WriteString("time", EventWriter.Time(time.GetStoredNow()));
            json.WriteString("datacontenttype", "application/json");
            json.WriteStartObject("data");
            json.WriteString("subscription", subscription.Name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
