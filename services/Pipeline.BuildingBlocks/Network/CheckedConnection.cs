using System.Net;
using System.Net.Sockets;

namespace Pipeline.BuildingBlocks.Network;

/// <summary>
/// Connects to the very addresses that were checked: a name that is resolved a second time may lead elsewhere then.
/// </summary>
public static class CheckedConnection
{
    /// <summary>Opens a connection to a host.</summary>
    /// <exception cref="PrivateHostException">All its addresses are private, and such hosts are not allowed.</exception>
    /// <exception cref="SocketException">The host has no address, or none takes the connection.</exception>
    public static async ValueTask<Stream> OpenAsync(
        INetwork network, DnsEndPoint host, bool allowPrivate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(host);
        var addresses = IPAddress.TryParse(host.Host, out var literal)
            ? [literal]
            : await network.ResolveAsync(host.Host, cancellationToken);
        var allowed = allowPrivate ? addresses : [.. addresses.Where(PublicAddress.Is)];
        return allowed.Length > 0 || addresses.Length == 0
            ? await network.ConnectAsync(allowed, host.Port, cancellationToken)
            : throw new PrivateHostException(host.Host);
    }
}

/// <summary>A host that is to be asked leads into somebody's own network; the message is one line for people.</summary>
public sealed class PrivateHostException(string host) : Exception(Reason(host))
{
    /// <summary>Says it of a host.</summary>
    public static string Reason(string host) => $"{host} is a private, loopback or link-local host; allow private hosts if that is meant";
}
