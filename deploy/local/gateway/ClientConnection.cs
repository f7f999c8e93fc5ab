using System.Net.Sockets;
using Npgsql;
using Pipeline.LocalMongo.Commands;
using Pipeline.LocalMongo.Wire;

namespace Pipeline.LocalMongo;

/// <summary>One client: reads a message, answers it, reads the next.</summary>
internal sealed class ClientConnection(Socket socket, CommandRouter router)
{
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var frames = new FrameReader(stream);
        try
        {
            while (await frames.ReadAsync(cancellationToken) is { IsEmpty: false } frame)
            {
                var message = WireMessage.Parse(frame);
                var reply = await router.AnswerAsync(Request.From(message), cancellationToken);
                if (message.WantsReply)
                {
                    await FrameWriter.WriteAsync(stream, message, reply, cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The client hung up, or the gateway ends: nobody to tell.
        }
        catch (Exception e) when (e is WireException or NpgsqlException or TimeoutException)
        {
            // Closing is the answer: a driver takes a broken connection for a passing fault and tries again.
            await Console.Error.WriteLineAsync($"local-mongo: closing a connection: {e.Message}");
        }
    }
}
