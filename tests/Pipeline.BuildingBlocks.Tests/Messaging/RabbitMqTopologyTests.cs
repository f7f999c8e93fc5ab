using MassTransit;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class RabbitMqTopologyTests : BrokerTests
{
    private Dictionary<string, object?> QueueArguments => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-quorum-initial-group-size"] = 1,
        ["x-delivery-limit"] = 7,
        ["x-dead-letter-exchange"] = $"{Prefix}-dead-letters",
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    [Fact]
    public async Task Queues_AreQuorumQueuesWithTheDeliveryLimitAndDeadLetters()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Broker:DeliveryLimit", "7"));

        Assert.True(await Queues.HasArgumentsAsync($"{Prefix}-extract-claims", QueueArguments));
        Assert.False(await Queues.HasArgumentsAsync($"{Prefix}-extract-claims", new(QueueArguments) { ["x-delivery-limit"] = 8 }));
        Assert.True(await Queues.HasArgumentsAsync(
            $"{Prefix}-dead-letters", new() { ["x-queue-type"] = "quorum", ["x-quorum-initial-group-size"] = 1 }));
    }

    [Fact]
    public async Task Queues_HaveTheSameNamesInMemoryButForThePrefix()
    {
        await using var broker = await TestBus.StartRabbitMqAsync(Prefix);
        await using var memory = await TestBus.StartInMemoryAsync();

        Assert.Equal(["extract-claims", "parse-listing"], memory.QueueNames);
        Assert.Equal(memory.QueueNames.Select(name => $"{Prefix}-{name}"), broker.QueueNames);
    }

    [Fact]
    public async Task Exchanges_AreNamedAfterTheContracts()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);

        Assert.True(await Queues.HasExchangeAsync($"{Prefix}-messages.paper-parsed"));
        Assert.True(await Queues.HasExchangeAsync($"{Prefix}-messages.listing-fetched"));
        Assert.True(await Queues.HasExchangeAsync($"{Prefix}-dead-letters"));
    }

    [Fact]
    public async Task ListingFetched_WhenNoParserEverConnected_IsRefused()
    {
        await using var bus = await TestBus.StartPublisherAsync(Prefix);

        var refusal = await Assert.ThrowsAsync<MessageReturnedException>(
            () => bus.Control.PublishListingFetchedAsync(Some.ListingFetched(), TestContext.Current.CancellationToken));

        Assert.Contains("returned", refusal.Message, StringComparison.Ordinal);
    }

    // The command is named as the queue of the stage for fresh papers is, which must not get it.
    [Fact]
    public async Task ExtractClaims_DoesNotReachTheQueueOfItsName()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);
        var paper = Some.PaperParsed(1);

        await Assert.ThrowsAsync<MessageReturnedException>(() => bus.Control.PublishCommandAsync(
            new ExtractClaims { PaperId = paper.PaperId, Revision = paper.Revision, Title = paper.Title, Abstract = paper.Abstract },
            TestContext.Current.CancellationToken));

        await bus.StopAsync();
        Assert.Null(await Queues.CountAsync($"{Prefix}-extract-claims_skipped"));
    }

    [Fact]
    public async Task PaperEnriched_WhenNobodyListens_IsPublishedAllTheSame()
    {
        await using var bus = await TestBus.StartPublisherAsync(Prefix);

        await bus.Control.PublishPaperEnrichedAsync("arxiv:2601.00001", Some.Completion("r1"), TestContext.Current.CancellationToken);

        Assert.True(await Queues.HasExchangeAsync($"{Prefix}-messages.paper-enriched"));
    }
}
