using System.Security.Cryptography;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>Secrets of webhooks: made, checked, and replaced while the former still holds.</summary>
internal static class WebhookSecrets
{
    /// <summary>Most secrets that sign at the same time.</summary>
    public const int Most = 4;

    /// <summary>What a secret is, in a sentence.</summary>
    public const string Form = "A secret is whsec_ and 24 to 64 bytes in base64; leave it out to get a new one.";

    private const int Bytes = 32;

    /// <summary>Makes a secret.</summary>
    public static string Create() => WebhookSignature.SecretPrefix + Random();

    /// <summary>Random bytes in base64, as many as a secret has.</summary>
    public static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text is a secret.</summary>
    public static bool IsSecret(string text)
    {
        try
        {
            WebhookSignature.KeyOf(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Puts a new secret before the others, which end after a while, and leaves out those that have ended. Pure.</summary>
    public static IReadOnlyList<WebhookSecret> Rotate(IReadOnlyList<WebhookSecret> secrets, string secret, TimeSpan keep, DateTimeOffset now)
    {
        var end = now + keep;
        return
        [
            new() { Value = secret, CreatedAt = now },
            .. secrets.Select(old => old with { EndsAt = old.EndsAt < end ? old.EndsAt : end }).Where(old => old.EndsAt > now),
        ];
    }
}
