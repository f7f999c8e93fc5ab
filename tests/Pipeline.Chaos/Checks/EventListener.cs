using System.Text.Json;
using Pipeline.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Chaos.Checks;

/// <summary>
/// Takes every public event of papers that are complete from a durable queue of its own, connects again after every outage, and acknowledges
/// what it has recorded. It knows nothing of the pipeline's code.
/// </summary>
public sealed class EventListener : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string _exchange;
    private readonly string _queue;
    private readonly Action _onNew;
    private readonly List<EnrichedEvent> _events = [];
    private readonly HashSet<EnrichedEvent> _distinct = [];
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _listening;

    private EventListener(string prefix, Action onNew)
    {
        (_exchange, _queue, _onNew) = ($"{prefix}-papers", $"{prefix}-chaos-listener", onNew);
        _listening = ListenAsync();
    }

    /// <summary>Everything received so far, in the order in which it came.</summary>
    public IReadOnlyList<EnrichedEvent> All
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Different events among them.</summary>
    public int Distinct
    {
        get
        {
            lock (_events)
            {
                return _distinct.Count;
            }
        }
    }

    /// <summary>Binds the queue, before anything is published.</summary>
    /// <param name="prefix">The fleet's prefix.</param>
    /// <param name="onNew">Called for every event that was not received before.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static async Task<EventListener> StartAsync(string prefix, Action onNew, CancellationToken cancellationToken)
    {
        var listener = new EventListener(prefix, onNew);
        await listener._listens.Task.WaitAsync(cancellationToken);
        return listener;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync();
                await Task.Delay(Pause, TimeProvider.System, _end.Token);
            }
            catch (Exception e) when (e is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException or IOException or TimeoutException)
            {
                // The broker is away, or on its way up.
                await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // The run is over, or the broker did not answer in time.
            }
        }
    }

    private async Task ListenOnceAsync()
    {
        var factory = new ConnectionFactory { Uri = RealParts.RabbitMq, AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(_end.Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: _end.Token);
        await channel.QueueDeclareAsync(_queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: _end.Token);
        await channel.ExchangeDeclareAsync(_exchange, ExchangeType.Topic, durable: true, cancellationToken: _end.Token);
        await channel.QueueBindAsync(_queue, _exchange, "paper.*", cancellationToken: _end.Token);
        await channel.BasicQosAsync(0, 200, global: false, _end.Token);

        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            Keep(delivery.Body);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, _end.Token);
        };
        await channel.BasicConsumeAsync(_queue, autoAck: false, consumer, _end.Token);
        _listens.TrySetResult();
        await closed.Task.WaitAsync(_end.Token);
    }

    private void Keep(ReadOnlyMemory<byte> body)
    {
        using var cloudEvent = JsonDocument.Parse(body);
        var received = new EnrichedEvent(
            cloudEvent.RootElement.GetProperty("id").GetString()!,
            cloudEvent.RootElement.GetProperty("subject").GetString()!,
            cloudEvent.RootElement.GetProperty("data").GetProperty("revision").GetString()!);
        lock (_events)
        {
            _events.Add(received);
            if (!_distinct.Add(received))
            {
                return;
            }
        }

        _onNew();
    }
}
