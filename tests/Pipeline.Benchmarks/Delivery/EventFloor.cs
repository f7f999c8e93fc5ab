using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MassTransit;
using Pipeline.Benchmarks.Reprocessing;
using Pipeline.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Pipeline.Benchmarks.Delivery;

/// <summary>The least it can take: a bare client publishes bodies of the same size with confirms on a topic exchange, another takes them.</summary>
internal sealed class EventFloor : IAsyncDisposable
{
    private const int InFlight = 200;

    private readonly ConcurrentDictionary<string, long> _arrived = new(StringComparer.Ordinal);
    private readonly string _exchange = $"floor-{NewId.NextGuid():N}";
    private readonly byte[] _body;
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private EventFloor(IConnection connection, IChannel channel, int size) => (_connection, _channel, _body) = (connection, channel, new byte[size]);

    public static async Task<EventFloor> StartAsync(int size)
    {
        var connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: new ThrottlingRateLimiter(InFlight)));
        var floor = new EventFloor(connection, channel, size);
        await channel.ExchangeDeclareAsync(floor._exchange, ExchangeType.Topic, durable: true);
        var taking = await connection.CreateChannelAsync();
        var queue = await taking.QueueDeclareAsync();
        await taking.QueueBindAsync(queue.QueueName, floor._exchange, "paper.*");
        var consumer = new AsyncEventingBasicConsumer(taking);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            floor._arrived.TryAdd(delivery.BasicProperties.MessageId!, TimeProvider.System.GetTimestamp());
            return Task.CompletedTask;
        };
        await taking.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return floor;
    }

    /// <summary>A few messages at a time, at the pace of the fresh papers.</summary>
    public async Task<Latencies> PaceAsync(int listings, int together, TimeSpan every)
    {
        _arrived.Clear();
        var sent = new Dictionary<string, long>(StringComparer.Ordinal);
        using var timer = new PeriodicTimer(every);
        for (var listing = 0; listing < listings; listing++)
        {
            var ids = Enumerable.Range(listing * together, together).Select(Id).ToList();
            foreach (var id in ids)
            {
                sent.Add(id, TimeProvider.System.GetTimestamp());
            }

            await Task.WhenAll(ids.Select(PublishAsync));
            await timer.WaitForNextTickAsync();
        }

        await ArrivedAsync(sent.Count);
        return new(sent.Select(message => Stopwatch.GetElapsedTime(message.Value, _arrived[message.Key])));
    }

    /// <summary>All at once.</summary>
    /// <returns>Messages a second, from the first to the last arrival.</returns>
    public async Task<double> BurstAsync(int messages)
    {
        _arrived.Clear();

        // The channel refuses what does not find a place in its own queue of the same length.
        using var places = new SemaphoreSlim(InFlight);
        await Task.WhenAll(Enumerable.Range(0, messages).Select(async n =>
        {
            await places.WaitAsync();
            await PublishAsync(Id(n));
            places.Release();
        }));
        await ArrivedAsync(messages);
        return Rates.Of(_arrived.Values);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.ExchangeDeleteAsync(_exchange);
        await _connection.DisposeAsync();
    }

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task PublishAsync(string id)
        => _channel.BasicPublishAsync(_exchange, "paper.floor", mandatory: false, new BasicProperties { Persistent = true, MessageId = id }, _body).AsTask();

    private Task ArrivedAsync(int messages)
        => Eventually.TrueAsync(
            () => Task.FromResult(_arrived.Count == messages), TimeSpan.FromMinutes(5), () => $"{messages} messages, not {_arrived.Count}.", CancellationToken.None);
}
