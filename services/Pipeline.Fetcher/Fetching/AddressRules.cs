using System.Text;
using Pipeline.BuildingBlocks.Network;

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
            return $"{Shown(address)} is no web address: it must begin with https://";
        }

        if (address.UserInfo.Length > 0)
        {
            return $"the address at {address.Host} holds a user name or password, which is not sent";
        }

        if (address.Scheme == "http" && !access.AllowHttp)
        {
            return $"{Shown(address)} begins with http://, which anybody on the way can read and change; use https://, or allow http";
        }

        return !access.AllowPrivateHosts && PublicAddress.IsPrivateLiteral(address)
            ? PrivateHostException.Reason(address.Host)
            : null;
    }

    /// <summary>Says why a redirect may not be followed.</summary>
    /// <returns>One line, or null when it may.</returns>
    public static string? RefusalOfRedirect(Uri from, Uri to, Access access)
        => from.Scheme == "https" && to.Scheme == "http"
            ? $"{from.Host} redirects from https:// to {Shown(to)}, which anybody on the way can read and change"
            : Refusal(to, access) is { } reason ? $"{from.Host} redirects to an address that is not asked: {reason}" : null;

    /// <summary>An address as it can be shown: hosts choose where they redirect to, and how long that is.</summary>
    public static string Shown(Uri address) => FirstWords.Of(Encoding.UTF8.GetBytes(address.AbsoluteUri));

    /// <summary>The path of an address as it can be shown.</summary>
    public static string ShownPath(Uri address) => FirstWords.Of(Encoding.UTF8.GetBytes(address.AbsolutePath));
}
