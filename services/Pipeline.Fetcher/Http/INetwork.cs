using System.Net;
using System.Net.Sockets;

namespace Pipeline.Fetcher.Http;

/// <summary>Names and connections, below HTTP.</summary>
internal interface INetwork
{
    /// <summary>Addresses of a host.</summary>
    /// <exception cref="SocketException">It has none, or nobody could say.</exception>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);

    /// <summary>Connects to the first of some addresses that takes the connection.</summary>
    /// <exception cref="SocketException">None does.</exception>
    Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken);
}

/// <summary>The network of this machine.</summary>
internal sealed class SystemNetwork : INetwork
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);

    public async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
