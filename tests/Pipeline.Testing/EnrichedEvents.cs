using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Pipeline.Testing;

/// <summary>Collects every <c>PaperEnriched</c> of a fleet, as a client that knows nothing of the pipeline's code.</summary>
public sealed class EnrichedEvents : IAsyncDisposable
{
    private readonly ConcurrentQueue<EnrichedEvent> _events = [];
    private readonly ConcurrentDictionary<string, bool> _ids = new(StringComparer.Ordinal);
    private IConnection? _connection;

    /// <summary>Everything received so far, duplicates included.</summary>
    public IReadOnlyCollection<EnrichedEvent> All => _events;

    /// <summary>Different message ids among them.</summary>
    public int DistinctMessages => _ids.Count;

    /// <summary>Binds a queue of its own, before anything is published.</summary>
    public static async Task<EnrichedEvents> SubscribeAsync(string prefix, CancellationToken cancellationToken)
    {
        var events = new EnrichedEvents
        {
            _connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync(cancellationToken),
        };
        var channel = await events._connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var queue = await channel.QueueDeclareAsync(cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync($"{prefix}-messages.paper-enriched", ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue.QueueName, $"{prefix}-messages.paper-enriched", "", cancellationToken: cancellationToken);

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            events.Keep(delivery.Body);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, cancellationToken);
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            await connection.DisposeAsync();
        }
    }

    private void Keep(ReadOnlyMemory<byte> body)
    {
        using var envelope = JsonDocument.Parse(body);
        var message = envelope.RootElement.GetProperty("message");
        var id = envelope.RootElement.GetProperty("messageId").GetString()!;
        _ids.TryAdd(id, true);
        _events.Enqueue(new EnrichedEvent(
            id,
            message.GetProperty("paperId").GetString()!,
            message.GetProperty("revision").GetString()!));
    }
}

/// <summary>One received event.</summary>
/// <param name="MessageId">Its id; the same for every copy of it.</param>
/// <param name="PaperId">The paper.</param>
/// <param name="Revision">The revision.</param>
public sealed record EnrichedEvent(string MessageId, string PaperId, string Revision);
