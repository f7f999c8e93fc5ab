using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Delivery.Events;
using RabbitMQ.Client;

namespace Pipeline.Delivery;

/// <summary>
/// The durable topic exchange for consumers outside, with a connection of its own: what goes there is no message of the bus. A
/// connection that was lost is opened again by the next batch, so the batch that met the loss fails and is tried again.
/// </summary>
internal sealed class PublicExchange(IOptions<BrokerOptions> broker) : IPublicEvents, IAsyncDisposable
{
    private static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly SemaphoreSlim _turn = new(1);
    private IConnection? _connection;
    private IChannel? _channel;

    public async Task PublishAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var channel = await OpenAsync(cancellationToken);

            // In flight together: waiting for each confirm in turn would take a round trip an event.
            await Task.WhenAll(changes.Select(change => PublishAsync(channel, change, cancellationToken)).ToList());
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _turn.Dispose();
    }

    // Not mandatory: an event that nobody has bound a queue for is in the change log.
    private Task PublishAsync(IChannel channel, Change change, CancellationToken cancellationToken)
        => channel.BasicPublishAsync(
            broker.Value.GetPublicExchange(), RoutingKeys.OfKind(change), mandatory: false, PropertiesOf(change), change.Json, cancellationToken).AsTask();

    // A queue gets one copy, however many of the keys it is bound by.
    private static BasicProperties PropertiesOf(Change change) => new()
    {
        ContentType = EventWriter.ContentType,
        MessageId = change.EventId.ToString("D"),
        Type = EventWriter.TypeOf(change.Kind),
        Timestamp = new(change.At.ToUnixTimeSeconds()),
        Persistent = true,
        Headers = HeadersOf(change),
    };

    private static Dictionary<string, object?> HeadersOf(Change change)
    {
        var headers = new Dictionary<string, object?> { ["CC"] = RoutingKeys.More(change).Cast<object?>().ToList() };
        if (TraceParent.Of(change.Json.Span) is { } trace)
        {
            headers.Add(TraceParent.Attribute, trace);
        }

        return headers;
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        await CloseAsync();
        var factory = new ConnectionFactory
        {
            Uri = broker.Value.Address!,
            ClientProvidedName = "delivery: public events",
            AutomaticRecoveryEnabled = false,
        };
        _connection = await factory.CreateConnectionAsync(cancellationToken);
        var channel = await _connection.CreateChannelAsync(Confirmed, cancellationToken);
        await channel.ExchangeDeclareAsync(
            broker.Value.GetPublicExchange(), ExchangeType.Topic, durable: true, autoDelete: false, cancellationToken: cancellationToken);
        return _channel = channel;
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            (_connection, _channel) = (null, null);
            await connection.DisposeAsync();
        }
    }
}
