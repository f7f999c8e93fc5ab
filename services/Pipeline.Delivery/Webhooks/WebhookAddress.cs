using Pipeline.BuildingBlocks.Network;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Which addresses events are sent to. Pure; what a name resolves to is checked where it is connected.</summary>
internal static class WebhookAddress
{
    private const int MaxLength = 2000;

    /// <summary>Says why nothing is sent to an address.</summary>
    /// <param name="url">The address, as it was given.</param>
    /// <param name="allowPrivate">Whether private hosts, and <c>http</c>, are allowed.</param>
    /// <returns>One line, or null when it is all right.</returns>
    public static string? Refusal(string url, bool allowPrivate)
    {
        if (url.Length > MaxLength || url.Any(c => c is <= ' ' or '\x7f') || !Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return "the address is no web address: it must begin with https://, without spaces and line breaks";
        }

        return address switch
        {
            { Scheme: not ("https" or "http") } => "the address is no web address: it must begin with https://",
            { UserInfo.Length: > 0 } => $"the address at {Host(address)} holds a user name or password, which is not sent",
            { Fragment.Length: > 0 } => $"the address at {Host(address)} has a part after #, which is not sent",
            { Scheme: "http" } when !allowPrivate => $"the address at {Host(address)} begins with http://, which anybody on the way can read; use https://",
            _ => !allowPrivate && PublicAddress.IsPrivateLiteral(address) ? PrivateHostException.Reason(Host(address)) : null,
        };
    }

    private static string Host(Uri address) => FirstWords.Line(address.Host, 100);
}
