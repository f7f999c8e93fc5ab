using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Testing;

namespace Pipeline.Benchmarks.Reprocessing;

/// <summary>Small listings of fresh papers at a steady pace, and when each paper was announced as enriched.</summary>
internal sealed class LiveFlow(WorkerFleet fleet, FleetBus bus, PublishedEvents enriched, int first)
{
    /// <summary>Papers of one listing.</summary>
    public const int PapersInAListing = 5;

    private int _next = first;

    /// <summary>Pause between two listings.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Announces listings until told to stop, and waits for their papers.</summary>
    /// <returns>From the announcement of a listing until its papers are announced as enriched, one time a paper.</returns>
    public async Task<Latencies> RunAsync(Func<int, bool> more)
    {
        var sent = new Dictionary<string, long>(StringComparer.Ordinal);
        using var timer = new PeriodicTimer(Every);
        for (var listing = 0; more(listing); listing++)
        {
            var content = PaperGenerator.JsonLines(PapersInAListing, seed: _next, _next);
            var message = await ArchiveAsync(content);
            var now = Stopwatch.GetTimestamp();
            foreach (var place in Enumerable.Range(_next, PapersInAListing))
            {
                sent.Add(PaperGenerator.Id(place), now);
            }

            _next += PapersInAListing;
            await bus.Endpoint.PublishListingFetchedAsync(message, CancellationToken.None);
            await timer.WaitForNextTickAsync();
        }

        Dictionary<string, long> arrived = [];
        await Eventually.TrueAsync(
            () =>
            {
                arrived = enriched.All.Where(e => sent.ContainsKey(e.Key)).DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.At);
                return Task.FromResult(arrived.Count == sent.Count);
            },
            TimeSpan.FromMinutes(5),
            () => $"{sent.Count} fresh papers enriched; {arrived.Count} were.\n{fleet.Log}",
            CancellationToken.None);
        return new(sent.Select(paper => Stopwatch.GetElapsedTime(paper.Value, arrived[paper.Key])));
    }

    private async Task<ListingFetched> ArchiveAsync(byte[] content)
    {
        var archived = await fleet.Services.GetRequiredService<IListingArchive>().SaveAsync(new MemoryStream(content), CancellationToken.None);
        var listing = new Listing
        {
            Id = DeterministicId.From("live", fleet.Name, archived.ContentHash).ToString("N"),
            SourceId = "live",
            ContentHash = archived.ContentHash,
            ContentLength = archived.Length,
            Name = "live.jsonl",
            FetchedAt = TimeProvider.System.GetStoredNow(),
        };
        await fleet.Services.GetRequiredService<IListingStore>().SaveFetchedAsync(listing, CancellationToken.None);
        return new()
        {
            ListingId = listing.Id,
            SourceId = listing.SourceId,
            ContentHash = listing.ContentHash,
            Name = listing.Name,
            FetchedAt = listing.FetchedAt,
        };
    }
}
