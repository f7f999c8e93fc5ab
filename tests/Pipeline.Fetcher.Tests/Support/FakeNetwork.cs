using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Pipeline.BuildingBlocks.Network;
using Pipeline.Fetcher.Http;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Names as a test gives them; whatever is connected to, the origin on loopback answers.</summary>
internal sealed class FakeNetwork(Func<int> originPort) : INetwork
{
    private readonly SystemNetwork _system = new();
    private readonly ConcurrentQueue<string> _resolved = [];
    private readonly ConcurrentQueue<IPAddress> _connected = [];

    /// <summary>Addresses by host. A host that is not here resolves to nothing.</summary>
    public Dictionary<string, string[]> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that were resolved, in order.</summary>
    public IReadOnlyList<string> Resolved => [.. _resolved];

    /// <summary>Addresses that were connected to, in order.</summary>
    public IReadOnlyList<IPAddress> Connected => [.. _connected];

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        _resolved.Enqueue(host);
        return Names.TryGetValue(host, out var addresses)
            ? Task.FromResult(addresses.Select(IPAddress.Parse).ToArray())
            : throw new SocketException((int)SocketError.HostNotFound);
    }

    public Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        _connected.Enqueue(addresses[0]);
        return _system.ConnectAsync([IPAddress.Loopback], originPort(), cancellationToken);
    }
}
