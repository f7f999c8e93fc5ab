using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>What a link in a mail may do.</summary>
public enum MailPurpose
{
    /// <summary>Say that the address wants the digest.</summary>
    Confirm,

    /// <summary>End it.</summary>
    Unsubscribe,
}

/// <summary>Tokens of the links in mails: who has one has read the mail. Pure.</summary>
/// <remarks>HMAC-SHA256 over purpose and subscription with the subscription's own key, in base64url. Nothing is kept, and nothing can be read from one.</remarks>
internal static class MailTokens
{
    /// <summary>Makes the token of a subscription.</summary>
    public static string Make(Digest digest, Guid subscriptionId, MailPurpose purpose)
        => Base64Url.EncodeToString(HMACSHA256.HashData(Convert.FromBase64String(digest.Key), Encoding.UTF8.GetBytes($"{purpose}\n{subscriptionId:N}")));

    /// <summary>Whether a token is the subscription's; takes the same time however much of it fits.</summary>
    public static bool Fits(string token, Digest digest, Guid subscriptionId, MailPurpose purpose)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Make(digest, subscriptionId, purpose)));
}
