using System.Text.Json;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class RabbitMqFailureTests : BrokerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listing_WhoseConsumerAlwaysThrows_EndsInTheErrorQueueWithItsCause()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Retry:Limit", "2"));
        bus.Listings.Failing = true;

        await bus.Control.PublishListingFetchedAsync(Some.ListingFetched("doomed"), Token);
        await bus.UntilAsync(() => bus.Listings.Attempts.Count == 3, "it was not tried three times");
        await bus.StopAsync();

        Assert.Equal(0u, await Queues.CountAsync($"{Prefix}-parse-listing"));
        var (envelope, headers) = Assert.Single(await Queues.DrainAsync($"{Prefix}-parse-listing_error"));
        Assert.Equal("doomed", envelope.GetProperty("message").GetProperty("listingId").GetString());
        Assert.Contains("MT-Fault-Message=The archive is away.", headers, StringComparison.Ordinal);
        Assert.Equal(3, bus.Listings.Attempts.Count);
    }

    [Fact]
    public async Task Batch_ThatFailsOnce_IsTriedAgainAndAcknowledged()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix);
        bus.Enrichment.FailSaves(1);

        await bus.PublishAsync(Enumerable.Range(1, 20).Select(n => Some.PaperParsed(n)));
        await bus.UntilAsync(() => bus.Enrichment.Saved.Count == 20, "not all were saved");
        await bus.StopAsync();

        Assert.Equal(0u, await Queues.CountAsync($"{Prefix}-extract-claims"));
        Assert.Null(await Queues.CountAsync($"{Prefix}-extract-claims_error"));
        Assert.Equal(20 + bus.Enrichment.Attempts.First(), bus.Enrichment.Attempts.Sum());
    }

    [Fact]
    public async Task Batch_ThatAlwaysFails_EndsInTheErrorQueuePaperByPaper()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Retry:Limit", "2"));
        bus.Enrichment.FailSaves(int.MaxValue);

        await bus.PublishAsync(Enumerable.Range(1, 5).Select(n => Some.PaperParsed(n)));
        await bus.UntilAsync(() => bus.Enrichment.Attempts.Sum() == 3 * 5, "not every paper was tried three times");
        await bus.StopAsync();

        Assert.Equal(0u, await Queues.CountAsync($"{Prefix}-extract-claims"));
        Assert.Equal(
            Enumerable.Range(1, 5).Select(Some.PaperId),
            (await Queues.DrainAsync($"{Prefix}-extract-claims_error")).Select(m => PaperOf(m.Envelope)).Order(StringComparer.Ordinal));
    }

    private static string? PaperOf(JsonElement envelope) => envelope.GetProperty("message").GetProperty("paperId").GetString();
}
