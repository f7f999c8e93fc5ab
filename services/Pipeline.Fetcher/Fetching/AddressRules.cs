using System.Net;

namespace Pipeline.Fetcher.Fetching;

/// <summary>Which addresses may be asked, and followed to. Pure; what a name resolves to is checked where it is connected.</summary>
internal static class AddressRules
{
    /// <summary>Redirects followed for one answer.</summary>
    public const int MaxRedirects = 5;

    /// <summary>Says why an address may not be asked.</summary>
    /// <returns>One line, or null when it may.</returns>
    public static string? Refusal(Uri address, Access access)
    {
        if (address.Scheme is not ("https" or "http"))
        {
            return $"{address} is no web address: it must begin with https://";
        }

        if (address.UserInfo.Length > 0)
        {
            return $"the address at {address.Host} holds a user name or password, which is not sent";
        }

        if (address.Scheme == "http" && !access.AllowHttp)
        {
            return $"{address} begins with http://, which anybody on the way can read and change; use https://, or allow http";
        }

        return !access.AllowPrivateHosts && LiteralAddress(address) is { } literal && !PublicAddress.Is(literal)
            ? PrivateHost(address.Host)
            : null;
    }

    /// <summary>Says why a redirect may not be followed.</summary>
    /// <returns>One line, or null when it may.</returns>
    public static string? RefusalOfRedirect(Uri from, Uri to, Access access)
        => from.Scheme == "https" && to.Scheme == "http"
            ? $"{from.Host} redirects from https:// to {to}, which anybody on the way can read and change"
            : Refusal(to, access) is { } reason ? $"{from.Host} redirects to an address that is not asked: {reason}" : null;

    /// <summary>The reason for refusing a private host.</summary>
    public static string PrivateHost(string host)
        => $"{host} is a private, loopback or link-local host; allow private hosts if that is meant";

    private static IPAddress? LiteralAddress(Uri address)
        => address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.TryParse(address.IdnHost, out var literal) ? literal : null;
}
