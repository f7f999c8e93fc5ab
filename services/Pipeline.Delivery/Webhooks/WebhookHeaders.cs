namespace Pipeline.Delivery.Webhooks;

/// <summary>Headers of Standard Webhooks.</summary>
internal static class WebhookHeaders
{
    public const string Id = "webhook-id";

    public const string Timestamp = "webhook-timestamp";

    public const string Signature = "webhook-signature";
}
