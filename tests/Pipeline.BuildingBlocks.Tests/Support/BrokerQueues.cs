using System.Text;
using System.Text.Json;
using Pipeline.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Looks at the broker as a client that knows nothing of the pipeline's code.</summary>
internal sealed class BrokerQueues : IAsyncDisposable
{
    private readonly IConnection _connection;

    private BrokerQueues(IConnection connection) => _connection = connection;

    public static async Task<BrokerQueues> ConnectAsync()
        => new(await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync());

    /// <summary>Messages ready in a queue; null when there is no such queue.</summary>
    public async Task<uint?> CountAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    /// <summary>Whether a queue was declared with exactly these arguments: the broker refuses to declare it with others.</summary>
    public async Task<bool> HasArgumentsAsync(string queue, Dictionary<string, object?> arguments)
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
            return true;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 406)
        {
            return false;
        }
    }

    /// <summary>Whether an exchange of this name exists.</summary>
    public async Task<bool> HasExchangeAsync(string exchange)
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            await channel.ExchangeDeclarePassiveAsync(exchange);
            return true;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return false;
        }
    }

    /// <summary>Takes every message out of a queue.</summary>
    /// <returns>The envelopes and their headers, as text.</returns>
    public async Task<IReadOnlyList<(JsonElement Envelope, string Headers)>> DrainAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        var messages = new List<(JsonElement, string)>();
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
        {
            using var envelope = JsonDocument.Parse(message.Body);
            var headers = (message.BasicProperties.Headers ?? new Dictionary<string, object?>())
                .Select(h => $"{h.Key}={(h.Value is byte[] text ? Encoding.UTF8.GetString(text) : h.Value)}");
            messages.Add((envelope.RootElement.Clone(), string.Join('\n', headers)));
        }

        return messages;
    }

    /// <summary>Removes the exchanges of faults, which only tests with failing consumers make.</summary>
    public async Task DeleteFaultsAsync(string prefix)
    {
        await using var channel = await _connection.CreateChannelAsync();
        await channel.ExchangeDeleteAsync($"{prefix}-MassTransit:Fault");
        foreach (var message in new[] { "PaperParsed", "ListingFetched" })
        {
            await channel.ExchangeDeleteAsync($"{prefix}-MassTransit:Fault--Pipeline.Contracts:{message}--");
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
