using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Signatures as Standard Webhooks has them: HMAC-SHA256 over <c>id.timestamp.body</c>. Pure.</summary>
internal static class WebhookSignature
{
    /// <summary>What a secret begins with.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>Fewest bytes of a secret.</summary>
    public const int MinSecretBytes = 24;

    /// <summary>Most bytes of a secret.</summary>
    public const int MaxSecretBytes = 64;

    private const string Version = "v1,";

    /// <summary>Signs a message with every secret.</summary>
    /// <param name="id">Id of the message: letters, digits, hyphens and underscores.</param>
    /// <param name="at">When it is sent; signed to the second.</param>
    /// <param name="body">The very bytes that are sent.</param>
    /// <param name="secrets">The secrets, as they are kept.</param>
    /// <returns>Value of <c>webhook-signature</c>: one signature a secret, in the order given, with spaces between.</returns>
    /// <exception cref="FormatException">The id or a secret is of another form; the message does not show it.</exception>
    public static string Sign(string id, DateTimeOffset at, ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        var signed = SignedBytes(id, at.ToUnixTimeSeconds(), body);
        return string.Join(' ', secrets.Select(secret => Version + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), signed))));
    }

    /// <summary>The key of a secret.</summary>
    /// <exception cref="FormatException">It is not <c>whsec_</c> with 24 to 64 bytes in base64 after it; the message does not show it.</exception>
    public static byte[] KeyOf(string secret)
    {
        var key = new byte[MaxSecretBytes];
        return secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && !secret.Any(char.IsWhiteSpace)
            && Convert.TryFromBase64String(secret[SecretPrefix.Length..], key, out var length)
            && length >= MinSecretBytes
                ? key[..length]
                : throw new FormatException($"A secret is {SecretPrefix} and {MinSecretBytes} to {MaxSecretBytes} bytes in base64.");
    }

    // A full stop in it could move the border to what follows, a line break would begin a header of its own.
    private static byte[] SignedBytes(string id, long unixSeconds, ReadOnlySpan<byte> body)
        => id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}.")), .. body]
            : throw new FormatException("The id of a message is letters, digits, hyphens and underscores, at most 100.");
}
