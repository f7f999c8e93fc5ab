using System.Diagnostics;
using MassTransit;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Messaging;

public sealed class RabbitMqFailureFilterTests : FailureFilterTests
{
    private readonly string _prefix = $"bb{NewId.Next():N}";

    private protected override Task<TestBus> StartAsync(params (string Key, string Value)[] settings) => TestBus.StartRabbitMqAsync(_prefix, settings);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await using (var queues = await BrokerQueues.ConnectAsync())
        {
            await queues.DeleteFaultsAsync(_prefix);
        }

        await BrokerNames.DeleteAsync(_prefix);
    }
}

public sealed class RabbitMqFailureTests : BrokerTests
{
    private const int Listings = 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listing_WhoseConsumerAlwaysThrows_LeavesTheBrokerForTheLedger()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Retry:Limit", "2"));
        bus.Listings.Failing = true;

        await bus.Control.PublishListingFetchedAsync(Some.ListingFetched("doomed"), Token);
        await bus.UntilAsync(() => bus.Failures.All.Count == 1, "it was not written");
        await bus.StopAsync();

        Assert.Equal(0u, await Queues.CountAsync($"{Prefix}-parse-listing"));
        Assert.Null(await Queues.CountAsync($"{Prefix}-parse-listing_error"));
        Assert.Equal(3, bus.Listings.Attempts.Count);
    }

    [Fact]
    public async Task Listing_WhoseFailureTheStoreDoesNotTake_GoesBackToItsQueueWhenTheWorkerStops()
    {
        await using (var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Retry:Limit", "1")))
        {
            bus.Listings.Failing = true;
            bus.Failures.Away = true;
            await bus.Control.PublishListingFetchedAsync(Some.ListingFetched("held"), Token);
            await bus.UntilAsync(() => bus.Listings.Attempts.Count == 2, "it was not tried");
            bus.Lifetime.StopApplication();
        }

        await Eventually.TrueAsync(
            async () => await Queues.CountAsync($"{Prefix}-parse-listing") == 1u, TimeSpan.FromSeconds(20), () => "it is in its queue", Token);
    }

    // Consumers fail because the store is away, and nobody can write that down: all wait, none is a dead letter.
    [Fact]
    public async Task Listings_DuringAnOutageOfTheStore_AreNeverDeadLetters_AndGoOnSoonAfterIt()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, ("Retry:Limit", "1"), ("Retry:KillSwitchPause", "00:00:05"));
        (bus.Listings.Failing, bus.Failures.Away) = (true, true);
        bus.Listings.Fault = () => new TimeoutException("The store is away.");
        foreach (var n in Enumerable.Range(0, Listings))
        {
            await bus.Control.PublishListingFetchedAsync(Some.ListingFetched($"listing-{n}"), Token);
        }

        await bus.UntilAsync(() => bus.Listings.Attempts.Count >= 20, "they were not tried");
        Assert.Empty(bus.Failures.All);
        (bus.Listings.Failing, bus.Failures.Away) = (false, false);
        var back = Stopwatch.GetTimestamp();

        await bus.UntilAsync(() => bus.Failures.All.Count + bus.Listings.Done.Count == Listings, "some were lost");
        TestContext.Current.SendDiagnosticMessage($"All went on after {Stopwatch.GetElapsedTime(back)}");
        Assert.All(bus.Failures.All, failure => Assert.Equal((FailureState.Waiting, FailureCause.DependencyDown, 0), (failure.State, failure.Cause, failure.Attempts)));
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
        Assert.Empty(bus.Failures.All);
        Assert.Equal(20 + bus.Enrichment.Attempts.First(), bus.Enrichment.Attempts.Sum());
    }
}
