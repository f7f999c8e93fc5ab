using System.Globalization;

namespace Pipeline.Delivery.Webhooks;

/// <summary>What a receiver does before it believes a message. Pure.</summary>
internal static class WebhookVerifier
{
    /// <summary>How far the clocks of both sides may differ, and how old a message may be: what is older was replayed.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Whether a message is genuine and of now.</summary>
    /// <param name="header">Value of a header by its name; null when it is absent.</param>
    /// <param name="body">The very bytes that came.</param>
    /// <param name="secrets">Secrets that hold.</param>
    /// <param name="now">The current time.</param>
    public static bool IsGenuine(Func<string, string?> header, ReadOnlySpan<byte> body, IEnumerable<string> secrets, DateTimeOffset now)
        => header(WebhookHeaders.Id) is { } id
            && long.TryParse(header(WebhookHeaders.Timestamp), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs((decimal)seconds - now.ToUnixTimeSeconds()) <= (decimal)Window.TotalSeconds
            && header(WebhookHeaders.Signature) is { } signatures
            && WebhookSignature.IsSigned(id, seconds, body, signatures, secrets);
}

/// <summary>Headers of Standard Webhooks.</summary>
internal static class WebhookHeaders
{
    public const string Id = "webhook-id";

    public const string Timestamp = "webhook-timestamp";

    public const string Signature = "webhook-signature";
}
