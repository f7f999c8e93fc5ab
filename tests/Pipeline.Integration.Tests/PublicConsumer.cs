using System.Collections.Concurrent;
using System.Text;
using Pipeline.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Pipeline.Integration.Tests;

/// <summary>A consumer of the public events of a fleet, as somebody outside would write it.</summary>
internal sealed class PublicConsumer : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string? Id, string Body)> _received = [];
    private readonly IConnection _connection;

    private PublicConsumer(IConnection connection) => _connection = connection;

    /// <summary>Everything received so far, repeats included.</summary>
    public IReadOnlyCollection<(string? Id, string Body)> Received => _received;

    /// <summary>Binds a queue of its own, before anything is published.</summary>
    public static async Task<PublicConsumer> BindAsync(string prefix, string key, CancellationToken cancellationToken)
    {
        var consumer = new PublicConsumer(await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync(cancellationToken));
        var channel = await consumer._connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var queue = await channel.QueueDeclareAsync(cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync($"{prefix}-papers", ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue.QueueName, $"{prefix}-papers", key, cancellationToken: cancellationToken);
        var events = new AsyncEventingBasicConsumer(channel);
        events.ReceivedAsync += (_, delivery) =>
        {
            consumer._received.Enqueue((delivery.BasicProperties.MessageId, Encoding.UTF8.GetString(delivery.Body.Span)));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, events, cancellationToken);
        return consumer;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
