using System.Collections.Concurrent;
using Pipeline.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Pipeline.Benchmarks;

/// <summary>How large the pipeline's messages really are, read off the broker.</summary>
internal sealed class MessageSizes : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (long Count, long Bytes)> _seen = new(StringComparer.Ordinal);
    private IConnection? _connection;

    /// <summary>Average size of a message's body, in bytes.</summary>
    public int Of(string message) => _seen.TryGetValue(message, out var seen) ? (int)(seen.Bytes / seen.Count) : 0;

    public static async Task<MessageSizes> CollectAsync(string prefix)
    {
        var sizes = new MessageSizes { _connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync() };
        var channel = await sizes._connection.CreateChannelAsync();
        foreach (var message in new[] { "paper-parsed", "claims-extracted", "topics-classified", "paper-enriched" })
        {
            var queue = await channel.QueueDeclareAsync();
            await channel.ExchangeDeclareAsync($"{prefix}-messages.{message}", ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue.QueueName, $"{prefix}-messages.{message}", "");
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, delivery) =>
            {
                sizes._seen.AddOrUpdate(message, (1, delivery.Body.Length), (_, seen) => (seen.Count + 1, seen.Bytes + delivery.Body.Length));
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        }

        return sizes;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            await connection.DisposeAsync();
        }
    }
}
