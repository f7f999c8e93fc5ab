using MassTransit;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class KillSwitchTests : BrokerTests
{
    private const int Listings = 100;

    [Fact]
    public async Task Listings_WhileTheirConsumerKeepsFailing_StayInTheQueueUntilItWorksAgain()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Retry:Limit", "1"));

        await FailUntilTheQueueStopsAsync(bus);
        await RecoverAsync(bus);
        await bus.StopAsync();

        Assert.InRange(bus.Failures.All.Count, 10, Listings - 10);
        Assert.Equal(Listings, bus.Failures.All.Count + bus.Listings.Done.Distinct().Count());
        Assert.Equal(0u, await Queues.CountAsync($"{Prefix}-parse-listing"));
    }

    [Fact]
    public async Task ListingsInMemory_WhileTheirConsumerKeepsFailing_StayInTheQueueUntilItWorksAgain()
    {
        await using var bus = await TestBus.StartInMemoryAsync(("Retry:Limit", "1"));

        await FailUntilTheQueueStopsAsync(bus);
        await RecoverAsync(bus);

        Assert.InRange(FaultsOf(bus), 10, Listings - 10);
        Assert.Equal(FaultsOf(bus), bus.Failures.All.Count);
        Assert.Equal(Listings, FaultsOf(bus) + bus.Listings.Done.Distinct().Count());
    }

    [Fact]
    public async Task Listings_ThatSucceedOnTheirSecondAttempt_DoNotStopTheQueue()
    {
        await using var bus = await TestBus.StartInMemoryAsync(("Retry:Limit", "1"), ("Retry:KillSwitchPercent", "10"));
        bus.Listings.FailingFirst = true;

        await PublishAsync(bus);
        await bus.UntilAsync(() => bus.Listings.Done.Count == Listings, "not all were done");

        Assert.Equal(2 * Listings, bus.Listings.Attempts.Count);
        Assert.Equal(0, bus.Stops);
    }

    private static async Task FailUntilTheQueueStopsAsync(TestBus bus)
    {
        bus.Listings.Failing = true;
        await PublishAsync(bus);
        await bus.UntilAsync(() => bus.Stops > 0, "the queue did not stop");
    }

    private static async Task RecoverAsync(TestBus bus)
    {
        bus.Listings.Failing = false;
        await bus.UntilAsync(() => FaultsOf(bus) + bus.Listings.Done.Distinct().Count() == Listings, "some were lost");
    }

    private static async Task PublishAsync(TestBus bus)
    {
        foreach (var n in Enumerable.Range(0, Listings))
        {
            await bus.Control.PublishListingFetchedAsync(Some.ListingFetched($"listing-{n}"), TestContext.Current.CancellationToken);
        }
    }

    private static int FaultsOf(TestBus bus) => bus.PublishedOf<Fault<ListingFetched>>().Count;
}
