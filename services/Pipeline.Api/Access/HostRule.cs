using System.Net;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Api.Access;

/// <summary>On loopback only names of loopback are served: a page in a browser may point a name of its own at this machine.</summary>
internal static class HostRule
{
    public static bool IsLoopback(HostString host)
        => host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether it is the host of an address.</summary>
    public static bool IsOf(HostString host, Uri? address)
        => address is not null && host.Host.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase) && (host.Port is null || host.Port == address.Port);
}
