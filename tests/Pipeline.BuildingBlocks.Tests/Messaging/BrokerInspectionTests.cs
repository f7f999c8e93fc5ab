using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Testing;
using RabbitMQ.Client;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class BrokerInspectionTests : BrokerTests
{
    [Fact]
    public async Task Queues_OfWorkersThatRun_AreFoundAsTheyAreDeclared()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);

        Assert.Equal(
            [
                new($"{Prefix}-dead-letters", QueueState.Right, 0, 0),
                new($"{Prefix}-extract-claims", QueueState.Right, 0, 1), new($"{Prefix}-extract-claims-quarantine", QueueState.Right, 0, 1),
                new($"{Prefix}-parse-listing", QueueState.Right, 0, 1), new($"{Prefix}-parse-listing-quarantine", QueueState.Right, 0, 1),
            ],
            await InspectAsync(new()));
    }

    [Fact]
    public async Task Queues_DeclaredWithOtherSettings_AreDifferent()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);

        var queues = await InspectAsync(new() { DeliveryLimit = new BrokerOptions().DeliveryLimit + 1 });

        // The dead letters have no limit that could differ.
        Assert.Equal(["dead-letters"], queues.Where(queue => queue.State == QueueState.Right).Select(queue => queue.Name[(Prefix.Length + 1)..]));
        Assert.Equal(4, queues.Count(queue => queue.State == QueueState.Different));
    }

    [Fact]
    public async Task Queues_OfWorkersThatNeverRan_AreMissingAndStaySo()
    {
        Assert.All(await InspectAsync(new()), queue => Assert.Equal(QueueState.Missing, queue.State));
        Assert.Null(await Queues.CountAsync($"{Prefix}-extract-claims"));
    }

    [Theory]
    [InlineData(null, false, QueueState.Missing)]
    [InlineData(ExchangeType.Topic, true, QueueState.Right)]
    [InlineData(ExchangeType.Topic, false, QueueState.Different)]
    [InlineData(ExchangeType.Fanout, true, QueueState.Different)]
    public async Task PublicExchange_IsFoundAsItStands_AndNotMade(string? type, bool durable, QueueState expected)
    {
        await using var connection = await new ConnectionFactory { Uri = RealParts.RabbitMq }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        var name = $"{Prefix}-papers";
        if (type is not null)
        {
            await channel.ExchangeDeclareAsync(name, type, durable, cancellationToken: Token);
        }

        try
        {
            // Twice: the first look must not have made it.
            Assert.Equal(new(name, expected), await Inspection(new()).InspectPublicExchangeAsync(Token));
            Assert.Equal(new(name, expected), await Inspection(new()).InspectPublicExchangeAsync(Token));
        }
        finally
        {
            await channel.ExchangeDeleteAsync(name, cancellationToken: CancellationToken.None);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<IReadOnlyList<QueueCondition>> InspectAsync(BrokerOptions options)
        => Inspection(options).InspectAsync([typeof(ParseListingConsumer), typeof(ExtractClaimsConsumer)], Token);

    private BrokerInspection Inspection(BrokerOptions options)
    {
        (options.Address, options.Prefix) = (RealParts.RabbitMq, Prefix);
        return new(Options.Create(options));
    }
}
