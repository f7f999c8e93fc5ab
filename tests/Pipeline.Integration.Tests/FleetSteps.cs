using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>What the tests do to a fleet, and what they wait for.</summary>
internal static class FleetSteps
{
    private const int MostRounds = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Archives a listing and hands it to the Parser, as a fetch at <paramref name="fetchedAt"/> would.</summary>
    public static async Task AnnounceAsync(
        this WorkerFleet fleet, byte[] content, string name, DateTimeOffset fetchedAt, int times, CancellationToken cancellationToken)
    {
        var archived = await fleet.Services.GetRequiredService<IListingArchive>().SaveAsync(new MemoryStream(content), cancellationToken);
        var listing = new Listing
        {
            Id = DeterministicId.From("test", fleet.Name, archived.ContentHash).ToString("N"),
            SourceId = "test",
            ContentHash = archived.ContentHash,
            ContentLength = archived.Length,
            Name = name,
            FetchedAt = fetchedAt,
        };
        await fleet.Services.GetRequiredService<IListingStore>().SaveFetchedAsync(listing, cancellationToken);

        var message = new ListingFetched
        {
            ListingId = listing.Id,
            SourceId = listing.SourceId,
            ContentHash = listing.ContentHash,
            Name = name,
            FetchedAt = fetchedAt,
        };
        await using var bus = await FleetBus.StartAsync(fleet, cancellationToken);
        for (var i = 0; i < times; i++)
        {
            await bus.Endpoint.PublishListingFetchedAsync(message, cancellationToken);
        }
    }

    /// <summary>Asks the Fetcher to fetch the inbox.</summary>
    public static async Task FetchInboxAsync(this WorkerFleet fleet, CancellationToken cancellationToken)
    {
        await using var bus = await FleetBus.StartAsync(fleet, cancellationToken);
        await bus.FetchAsync("inbox", cancellationToken);
    }

    /// <summary>Waits until the store holds so many papers and none lacks a stage.</summary>
    public static Task WaitUntilEnrichedAsync(this WorkerFleet fleet, int papers, CancellationToken cancellationToken)
    {
        PaperSummary? last = null;
        return Eventually.TrueAsync(
            async () => (last = await fleet.Papers.SummariseAsync(listingId: null, cancellationToken)) is { Pending: 0 } all && all.Papers == papers,
            Patience,
            () => $"{papers} papers enriched; the store has {last}.\n{fleet.Log}",
            cancellationToken);
    }

    /// <summary>Waits until the workers have done everything, also what was sent twice, and stops them.</summary>
    /// <remarks>The broker tells what waits, not what is handed out: of that, what is not begun goes back when its worker stops, for the next one.</remarks>
    public static async Task FinishAsync(this WorkerFleet fleet, CancellationToken cancellationToken)
    {
        await fleet.UntilNothingWaitsAsync(cancellationToken);
        await fleet.StopAllAsync();
        for (var rounds = 0; await BrokerNames.CountWaitingAsync(fleet.Name, cancellationToken) is > 0 and var waiting; rounds++)
        {
            Assert.True(rounds < MostRounds, $"{waiting} messages are never done.\n{fleet.Log}");
            foreach (var worker in fleet.Workers)
            {
                worker.Start();
            }

            await fleet.WaitUntilReadyAsync(cancellationToken);
            await fleet.UntilNothingWaitsAsync(cancellationToken);
            await fleet.StopAllAsync();
        }
    }

    /// <summary>Waits until so many processes consume a queue.</summary>
    public static Task UntilConsumersAsync(this WorkerFleet fleet, string queue, long consumers, CancellationToken cancellationToken)
        => Eventually.TrueAsync(
            async () => await BrokerNames.CountConsumersAsync($"{fleet.Name}-{queue}", cancellationToken) == consumers,
            Patience,
            () => $"{consumers} processes consume {queue}.\n{fleet.Log}",
            cancellationToken);

    /// <summary>
    /// Tells every worker to stop, which finishes and publishes what it has in hand, so that nothing more can come.
    /// </summary>
    public static async Task StopAllAsync(this WorkerFleet fleet)
    {
        foreach (var worker in fleet.Workers)
        {
            var code = await worker.StopAsync();
            Assert.True(code == 0, $"{worker.Name} ended with {code}.\n{worker.Log}");
        }
    }

    /// <summary>Waits until so many messages have been received, duplicates included.</summary>
    public static Task WaitForAsync(this PublishedEvents events, int messages, CancellationToken cancellationToken)
        => Eventually.TrueAsync(
            () => Task.FromResult(events.All.Count >= messages),
            Patience,
            () => $"{messages} messages published; {events.All.Count} were.",
            cancellationToken);

    private static Task UntilNothingWaitsAsync(this WorkerFleet fleet, CancellationToken cancellationToken)
        => Eventually.TrueAsync(
            async () => await BrokerNames.CountWaitingAsync(fleet.Name, cancellationToken) == 0, Patience, () => $"empty queues.\n{fleet.Log}", cancellationToken);
}
