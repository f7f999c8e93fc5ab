using System.Text;
using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Delivery.Events;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Testing;
using RabbitMQ.Client;

namespace Pipeline.Delivery.Tests;

/// <summary>Against the real broker, under a name of its own.</summary>
public sealed class PublicExchangeTests : IAsyncLifetime
{
    private readonly BrokerOptions _options = new() { Address = RealParts.RabbitMq, Prefix = $"pe{NewId.Next():N}" };
    private readonly PublicExchange _exchange;
    private IConnection? _connection;
    private IChannel? _channel;

    public PublicExchangeTests() => _exchange = new(Options.Create(_options));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IChannel Channel => _channel!;

    public async ValueTask InitializeAsync()
    {
        _connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync(Token);
        _channel = await _connection.CreateChannelAsync(cancellationToken: Token);

        // As a consumer does that comes first: both declare the same.
        await _channel.ExchangeDeclareAsync(_options.GetPublicExchange(), ExchangeType.Topic, durable: true, cancellationToken: Token);
    }

    [Fact]
    public async Task Queues_BoundByTopicAndSource_GetTheirsOnce()
    {
        var all = await BindAsync("paper.*");
        var everything = await BindAsync("paper.#");
        var learning = await BindAsync("paper.enriched.cs.LG");
        var computing = await BindAsync("paper.*.cs.#", "paper.enriched.cs.LG", "paper.enriched.source.hf-daily");
        var daily = await BindAsync("paper.enriched.source.hf-daily");
        var withdrawn = await BindAsync("paper.withdrawn.#");

        await _exchange.PublishAsync(
            [
                Change(1, ChangeKind.Enriched, ["cs.LG", "cs.CL"], ["hf-daily", "inbox"]),
                Change(2, ChangeKind.Revised, ["cs.LG"], ["inbox"]),
                Change(3, ChangeKind.Enriched, ["math.CO"], ["inbox"]),
                Change(4, ChangeKind.Withdrawn, [], ["inbox"]),
            ],
            Token);

        Assert.Equal([1, 2, 3, 4], await DrainAsync(all));
        Assert.Equal([1, 2, 3, 4], await DrainAsync(everything));
        Assert.Equal([1], await DrainAsync(learning));
        Assert.Equal([1, 2], await DrainAsync(computing));
        Assert.Equal([1], await DrainAsync(daily));
        Assert.Equal([4], await DrainAsync(withdrawn));
    }

    [Fact]
    public async Task Event_ArrivesAsItWasLogged_PublishedAgainWithTheSameId()
    {
        var queue = await BindAsync("paper.enriched");
        var change = Change(1, ChangeKind.Enriched, ["cs.LG"], ["inbox"]);

        await _exchange.PublishAsync([change], Token);
        await _exchange.PublishAsync([change], Token);

        for (var copy = 0; copy < 2; copy++)
        {
            var message = (await Channel.BasicGetAsync(queue, autoAck: true, Token))!;
            Assert.Equal(SomePaper.Text(change), Encoding.UTF8.GetString(message.Body.Span));
            var properties = message.BasicProperties;
            Assert.Equal(
                ("application/cloudevents+json", change.EventId.ToString("D"), "paper.enriched.v1", true, change.At.ToUnixTimeSeconds()),
                (properties.ContentType, properties.MessageId, properties.Type, properties.Persistent, properties.Timestamp.UnixTime));
        }
    }

    [Fact]
    public async Task Event_OfATrace_NamesItInAttributeAndHeader()
    {
        const string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var queue = await BindAsync("paper.enriched");
        var paper = SomePaper.Complete();
        var traced = ChangeDecision.OfEnriched(SomePaper.Enriched(paper), SomePaper.EventId, paper, new(SomePaper.Source, trace))!.Placed(new(1, ChangeKind.Enriched));

        await _exchange.PublishAsync([traced, Change(2, ChangeKind.Enriched, [], [])], Token);

        var (first, second) = ((await Channel.BasicGetAsync(queue, autoAck: true, Token))!, (await Channel.BasicGetAsync(queue, autoAck: true, Token))!);
        Assert.Equal(trace, SomePaper.Read(traced).Event.GetProperty("traceparent").GetString());
        Assert.Equal(trace, Encoding.UTF8.GetString((byte[])first.BasicProperties.Headers!["traceparent"]!));
        Assert.DoesNotContain("traceparent", second.BasicProperties.Headers!.Keys);
    }

    [Fact]
    public async Task Event_ThatNobodyAskedFor_AndNoEventAtAll_AreNoFailure()
    {
        await _exchange.PublishAsync([], Token);
        await _exchange.PublishAsync([Change(1, ChangeKind.Enriched, [], [])], Token);
    }

    [Fact]
    public async Task Exchange_ThatIsOfAnotherKind_FailsTheBatch_UntilItIsRight()
    {
        await Channel.ExchangeDeleteAsync(_options.GetPublicExchange(), cancellationToken: Token);
        await Channel.ExchangeDeclareAsync(_options.GetPublicExchange(), ExchangeType.Fanout, cancellationToken: Token);
        var change = Change(1, ChangeKind.Enriched, [], []);

        await Assert.ThrowsAnyAsync<RabbitMQ.Client.Exceptions.RabbitMQClientException>(() => _exchange.PublishAsync([change], Token));
        await Channel.ExchangeDeleteAsync(_options.GetPublicExchange(), cancellationToken: Token);
        await _exchange.PublishAsync([change], Token);
        var queue = await BindAsync("paper.enriched");
        await Channel.ExchangeDeleteAsync(_options.GetPublicExchange(), cancellationToken: Token);

        // The broker closes the channel of who publishes to an exchange that is gone.
        await Assert.ThrowsAnyAsync<Exception>(() => _exchange.PublishAsync([change], Token));
        await Channel.ExchangeDeclareAsync(_options.GetPublicExchange(), ExchangeType.Topic, durable: true, cancellationToken: Token);
        await Channel.QueueBindAsync(queue, _options.GetPublicExchange(), "paper.enriched", cancellationToken: Token);
        await _exchange.PublishAsync([change], Token);

        Assert.Equal([1], await DrainAsync(queue));
    }

    [Fact]
    public async Task Events_FromManyAtOnce_AllArrive()
    {
        var queue = await BindAsync("paper.#");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            () => _exchange.PublishAsync([.. Enumerable.Range(1, 50).Select(n => Change((writer * 50) + n, ChangeKind.Enriched, ["cs.LG"], []))], Token), Token)));

        Assert.Equal(Enumerable.Range(1, 400).Select(n => (long)n), (await DrainAsync(queue)).Order());
    }

    public async ValueTask DisposeAsync()
    {
        await _exchange.DisposeAsync();
        await Channel.ExchangeDeleteAsync(_options.GetPublicExchange(), cancellationToken: CancellationToken.None);
        await _connection!.DisposeAsync();
    }

    private static Change Change(long sequence, ChangeKind kind, IReadOnlyList<string> topics, IReadOnlyList<string> sources)
        => (SomePaper.Change(SomePaper.Complete()) with { Topics = topics, Sources = sources }).Placed(new(sequence, kind));

    private async Task<string> BindAsync(params string[] keys)
    {
        var queue = await Channel.QueueDeclareAsync(cancellationToken: Token);
        foreach (var key in keys)
        {
            await Channel.QueueBindAsync(queue.QueueName, _options.GetPublicExchange(), key, cancellationToken: Token);
        }

        return queue.QueueName;
    }

    private async Task<List<long>> DrainAsync(string queue)
    {
        var sequences = new List<long>();
        while (await Channel.BasicGetAsync(queue, autoAck: true, Token) is { } message)
        {
            using var json = System.Text.Json.JsonDocument.Parse(message.Body);
            sequences.Add(long.Parse(json.RootElement.GetProperty("sequence").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        }

        return sequences;
    }
}
