using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pipeline.Testing;

/// <summary>A line on loopback to a server, which a test can cut, freeze or slow down.</summary>
public sealed class NetworkLine : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _open = [];
    private readonly Task _accepting;
    private volatile bool _isCut;
    private volatile TaskCompletionSource _flows = Flowing();
    private TimeSpan _delay;

    private NetworkLine(Uri server)
    {
        _server = server;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect to, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Opens a line to the server of an address.</summary>
    public static NetworkLine To(Uri server) => new(server);

    /// <summary>Ends every connection, and each new one at once, as a server does that has gone away.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var connection in _open.Keys)
        {
            connection.Dispose();
        }
    }

    /// <summary>Lets nothing through and says so to nobody, as a broken network does.</summary>
    public void Freeze() => _flows = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes everything take so much longer, each way, as a server far away does.</summary>
    public void Slow(TimeSpan delay) => _delay = delay;

    /// <summary>Lets everything through again.</summary>
    public void Mend()
    {
        _isCut = false;
        _flows.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        Cut();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
            {
                lines.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                if (_isCut)
                {
                    return;
                }

                _open[client] = true;
                _open[server] = true;
                await server.ConnectAsync(_server.Host, _server.Port, _end.Token);
                await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                // A cut line is what this is for.
            }
            finally
            {
                _open.TryRemove(client, out _);
                _open.TryRemove(server, out _);
            }
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[64 * 1024];
        var (source, target) = (from.GetStream(), to.GetStream());
        while (await source.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            await _flows.Task.WaitAsync(_end.Token);
            await Task.Delay(_delay, TimeProvider.System, _end.Token);
            await target.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }

    private static TaskCompletionSource Flowing()
    {
        var flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        flows.SetResult();
        return flows;
    }
}
