using System.Net;
using System.Net.Sockets;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>
/// Connects to the very addresses that were checked: a name that is resolved a second time may lead elsewhere then.
/// </summary>
internal static class CheckedConnection
{
    /// <summary>Opens a connection to a host.</summary>
    /// <exception cref="FetchException">All its addresses are private, and such hosts are not allowed.</exception>
    /// <exception cref="SocketException">The host has no address, or none takes the connection.</exception>
    public static async ValueTask<Stream> OpenAsync(
        INetwork network, DnsEndPoint host, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host.Host, out var literal)
            ? [literal]
            : await network.ResolveAsync(host.Host, cancellationToken);
        var allowed = allowPrivate ? addresses : [.. addresses.Where(PublicAddress.Is)];
        return allowed.Length > 0 || addresses.Length == 0
            ? await network.ConnectAsync(allowed, host.Port, cancellationToken)
            : throw FetchException.Permanent(AddressRules.PrivateHost(host.Host));
    }
}
