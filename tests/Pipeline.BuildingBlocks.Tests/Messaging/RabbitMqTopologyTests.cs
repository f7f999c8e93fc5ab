using MassTransit;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class RabbitMqTopologyTests : BrokerTests
{
    private Dictionary<string, object?> ArgumentsOf(string deadLetterTo, int deliveryLimit) => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-quorum-initial-group-size"] = 1,
        ["x-delivery-limit"] = deliveryLimit,
        ["x-dead-letter-exchange"] = $"{Prefix}-{deadLetterTo}",
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    [Fact]
    public async Task Queues_AreQuorumQueues_WithAQuarantineBehindThem_AndDeadLettersBehindThat()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Broker:DeliveryLimit", "7"));

        var main = ArgumentsOf("extract-claims-quarantine", 7);
        Assert.True(await Queues.HasArgumentsAsync($"{Prefix}-extract-claims", main));
        Assert.False(await Queues.HasArgumentsAsync($"{Prefix}-extract-claims", new(main) { ["x-delivery-limit"] = 8 }));
        Assert.True(await Queues.HasArgumentsAsync($"{Prefix}-extract-claims-quarantine", ArgumentsOf("dead-letters", 15)));
        Assert.True(await Queues.HasArgumentsAsync(
            $"{Prefix}-dead-letters",
            new() { ["x-queue-type"] = "quorum", ["x-quorum-initial-group-size"] = 1, ["x-delivery-limit"] = -1 }));
    }

    [Fact]
    public async Task Quarantine_IsThereFromTheStart_ButNotReadFromBeforeItsTime()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Broker:DeliveryLimit", "7"), ("Broker:QuarantineAfter", "00:01:00"));

        Assert.Equal([$"{Prefix}-extract-claims", $"{Prefix}-parse-listing"], bus.QueueNames);
        Assert.True(await Queues.HasArgumentsAsync($"{Prefix}-extract-claims-quarantine", ArgumentsOf("dead-letters", 15)));
    }

    // It would get every message a second time.
    [Fact]
    public async Task Quarantine_GetsNothingThatIsPublished()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);

        await bus.PublishAsync(Some.PaperParsed(1));
        await bus.UntilAsync(() => bus.PublishedOf<ClaimsExtracted>().Count > 0, "it was not done");
        await bus.StopAsync();

        Assert.Equal([1], bus.Enrichment.Attempts);
        Assert.Equal(0u, await Queues.CountAsync($"{Prefix}-extract-claims-quarantine"));
    }

    [Fact]
    public async Task Queues_HaveTheSameNamesInMemoryButForThePrefixAndQuarantine()
    {
        await using var broker = await TestBus.StartRabbitMqAsync(Prefix);
        await using var memory = await TestBus.StartInMemoryAsync();

        Assert.Equal(["extract-claims", "parse-listing"], memory.QueueNames);
        Assert.Equal(memory.QueueNames.SelectMany(name => new[] { $"{Prefix}-{name}", $"{Prefix}-{name}-quarantine" }), broker.QueueNames);
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
        Assert.Empty(bus.Failures.All);
    }

    [Fact]
    public async Task PaperEnriched_WhenNobodyListens_IsPublishedAllTheSame()
    {
        await using var bus = await TestBus.StartPublisherAsync(Prefix);

        await bus.Control.PublishPaperEnrichedAsync("arxiv:2601.00001", Some.Completion("r1"), TestContext.Current.CancellationToken);

        Assert.True(await Queues.HasExchangeAsync($"{Prefix}-messages.paper-enriched"));
    }
}
