using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Pipeline.Testing;

/// <summary>Collects every message of one kind that a fleet publishes, as a client that knows nothing of the pipeline's code.</summary>
public sealed class PublishedEvents : IAsyncDisposable
{
    private readonly ConcurrentQueue<PublishedEvent> _events = [];
    private readonly ConcurrentDictionary<string, bool> _ids = new(StringComparer.Ordinal);
    private IConnection? _connection;

    /// <summary>Everything received so far, duplicates included.</summary>
    public IReadOnlyCollection<PublishedEvent> All => _events;

    /// <summary>Different message ids among them.</summary>
    public int DistinctMessages => _ids.Count;

    /// <summary>Binds a queue of its own, before anything is published.</summary>
    /// <param name="prefix">The fleet's prefix.</param>
    /// <param name="message">Name of the message, for example <c>paper-enriched</c>.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static async Task<PublishedEvents> SubscribeAsync(string prefix, string message, CancellationToken cancellationToken)
    {
        var events = new PublishedEvents
        {
            _connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync(cancellationToken),
        };
        var channel = await events._connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var queue = await channel.QueueDeclareAsync(cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync($"{prefix}-messages.{message}", ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue.QueueName, $"{prefix}-messages.{message}", "", cancellationToken: cancellationToken);

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
        _events.Enqueue(new PublishedEvent(
            id,
            (message.TryGetProperty("paperId", out var paper) ? paper : message.GetProperty("listingId")).GetString()!,
            TimeProvider.System.GetTimestamp()));
    }
}

/// <summary>One received event.</summary>
/// <param name="MessageId">Its id; the same for every copy of it.</param>
/// <param name="Key">The paper or listing it is about.</param>
/// <param name="At">When it came, as a timestamp of the system's clock.</param>
public sealed record PublishedEvent(string MessageId, string Key, long At);
