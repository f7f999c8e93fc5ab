using System.Net;
using System.Net.Sockets;

namespace Pipeline.BuildingBlocks.Network;

/// <summary>Names and connections, below HTTP.</summary>
public interface INetwork
{
    /// <summary>Addresses of a host.</summary>
    /// <exception cref="SocketException">It has none, or nobody could say.</exception>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);

    /// <summary>Connects to the first of some addresses that takes the connection.</summary>
    /// <exception cref="SocketException">None does.</exception>
    Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken);
}

/// <summary>The network of this machine.</summary>
public sealed class SystemNetwork : INetwork
{
    // A name server that does not answer keeps its thread for many seconds: never one of the pool's, which all others need.
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        => Task.Factory.StartNew(
            () => Dns.GetHostAddresses(host), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(cancellationToken);

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
