using System.Net.Sockets;
using Pipeline.LocalMongo.Commands;
using Pipeline.LocalMongo.Engine;

namespace Pipeline.LocalMongo;

/// <summary>Listens, gives every client a task of its own, and cleans up behind those that went away.</summary>
internal sealed class Gateway(GatewayOptions options, TimeProvider time)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var engine = new DocumentEngine(options.Engine.Address.ToString(), options.Engine.Port);
        var sessions = new SessionTable(engine, time);
        var reads = new ReadCommands(engine, time);
        using var admin = new AdminCommands(engine);
        var server = new ServerInfo(options.Listen.ToString(), time);
        var router = new CommandRouter(server, sessions, reads, new WriteCommands(engine, sessions, time), admin);

        using var listener = new Socket(options.Listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(options.Listen);
        listener.Listen(512);
        await Console.Error.WriteLineAsync($"local-mongo: {options.Listen} in front of {options.Engine}; no authentication, no encryption: for tests on this machine only");

        try
        {
            await Task.WhenAll(AcceptAsync(listener, router, cancellationToken), SweepAsync(sessions, reads, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("local-mongo: ends");
        }
    }

    private static async Task AcceptAsync(Socket listener, CommandRouter router, CancellationToken cancellationToken)
    {
        while (true)
        {
            var socket = await listener.AcceptAsync(cancellationToken);
            socket.NoDelay = true;
            // A client's task ends with its connection, and reports its own errors.
            _ = Task.Run(() => new ClientConnection(socket, router).ServeAsync(cancellationToken), CancellationToken.None);
        }
    }

    private async Task SweepAsync(SessionTable sessions, ReadCommands reads, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(SweepInterval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await sessions.SweepAsync();
                await reads.SweepAsync(cancellationToken);
            }
            catch (Npgsql.NpgsqlException e)
            {
                await Console.Error.WriteLineAsync($"local-mongo: cleaning up failed, trying again later: {e.Message}");
            }
        }
    }
}
