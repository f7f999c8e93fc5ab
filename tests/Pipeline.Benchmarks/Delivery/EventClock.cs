using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Testing;
using Pipeline.TestOrigins;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Pipeline.Benchmarks.Delivery;

/// <summary>When each event of a fleet reached a consumer of the public exchange, a reader of the change log, and a webhook.</summary>
internal sealed class EventClock : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);

    private readonly CancellationTokenSource _end = new();
    private readonly IConnection _connection;
    private readonly HookReceiver _receiver;
    private readonly Task _reading;

    private EventClock(IConnection connection, IChangeLog log, HookReceiver receiver)
    {
        (_connection, _receiver) = (connection, receiver);
        _receiver.OnReceived = hook => Hooked.TryAdd(hook.Id, hook.At);
        _reading = ReadAsync(log);
    }

    /// <summary>Arrivals at the consumer, by id.</summary>
    public ConcurrentDictionary<string, long> Consumed { get; } = new(StringComparer.Ordinal);

    /// <summary>Arrivals at the reader of the log, which looks every 2 ms, by id.</summary>
    public ConcurrentDictionary<string, long> Logged { get; } = new(StringComparer.Ordinal);

    /// <summary>Arrivals at the webhook, by id.</summary>
    public ConcurrentDictionary<string, long> Hooked { get; } = new(StringComparer.Ordinal);

    public static async Task<EventClock> StartAsync(WorkerFleet fleet)
    {
        var connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync();
        var receiver = await HookReceiver.StartAsync(CancellationToken.None);
        var clock = new EventClock(connection, fleet.Services.GetRequiredService<IChangeLog>(), receiver);
        await HookFloor.SubscribeAsync(fleet, receiver);
        var channel = await connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync();
        await channel.ExchangeDeclareAsync($"{fleet.Name}-papers", ExchangeType.Topic, durable: true);
        await channel.QueueBindAsync(queue.QueueName, $"{fleet.Name}-papers", "paper.*");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            clock.Consumed.TryAdd(delivery.BasicProperties.MessageId!, TimeProvider.System.GetTimestamp());
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return clock;
    }

    /// <summary>Waits until so many different events have arrived at both.</summary>
    public Task WaitForAsync(int events, WorkerFleet fleet)
        => Eventually.TrueAsync(
            () => Task.FromResult(Math.Min(Math.Min(Consumed.Count, Logged.Count), Hooked.Count) >= events), TimeSpan.FromMinutes(10),
            () => $"{events} events, not {Consumed.Count} consumed, {Logged.Count} in the log and {Hooked.Count} at the webhook.\n{fleet.Log}", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _connection.DisposeAsync();
        await _receiver.DisposeAsync();
        _end.Dispose();
    }

    private async Task ReadAsync(IChangeLog log)
    {
        using var timer = new PeriodicTimer(LookEvery);
        for (var after = 0L; ;)
        {
            var page = await log.ReadAsync(after, ChangeFilter.All, 1000, _end.Token);
            var now = TimeProvider.System.GetTimestamp();
            foreach (var change in page.Changes)
            {
                Logged.TryAdd(change.EventId.ToString("D"), now);
            }

            after = page.Next;
            await timer.WaitForNextTickAsync(_end.Token);
        }
    }
}
