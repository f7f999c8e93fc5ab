using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser;

/// <summary>Streams one listing from the archive into the store, in chunks.</summary>
internal sealed class ListingImport(
    IListingArchive archive, IListingStore listings, ListingReader reader, IPaperStore papers, PendingGate gate, IOptions<ParserOptions> options, TimeProvider time)
{
    /// <summary>Stores the papers of a listing; publishes those that lack a stage, moved to another key, or were withdrawn.</summary>
    /// <remarks>
    /// Reading it again publishes again whatever is still unfinished, which is what a crash in between needs,
    /// and nothing once all of it is enriched.
    /// </remarks>
    public async Task<ListingResult> RunAsync(ListingFetched listing, StageAttempt attempt, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        await using var content = await archive.OpenReadAsync(listing.ContentHash, cancellationToken);
        var reading = await reader.OpenAsync(content, listing.Name, listing.Format, cancellationToken);
        var tally = new ListingTally();
        if (reading.Refusal is { } refusal)
        {
            tally.BreakOff(refusal);
            return tally.ToResult(reading.Format, time.GetStoredNow());
        }

        var observation = new Observation(listing.ListingId, listing.SourceId, listing.FetchedAt) { ParserVersion = ListingReader.Version, Attempt = attempt };
        var since = time.GetTimestamp();
        var chunk = new List<ParsedPaper>(options.Value.ChunkSize);
        var gone = new List<string>();
        await foreach (var entry in reading.Entries.WithCancellation(cancellationToken))
        {
            switch (entry)
            {
                case ListingEntry.Listed listed:
                    chunk.Add(listed.Paper);
                    break;
                case ListingEntry.Withdrawn withdrawn:
                    gone.Add(withdrawn.Key);
                    break;
                case ListingEntry.Rejected rejected:
                    tally.Reject(rejected.Rejection);
                    break;
                case ListingEntry.Broken broken:
                    tally.BreakOff($"{broken.Where}: {broken.Reason}");
                    break;
            }

            if (chunk.Count == options.Value.ChunkSize || gone.Count == options.Value.ChunkSize)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
        return tally.ToResult(reading.Format, time.GetStoredNow());

        // Papers first: one of them may be among those that are gone.
        async Task FlushAsync()
        {
            var each = time.GetElapsedTime(since).TotalMilliseconds / Math.Max(1, chunk.Count + gone.Count);
            var seen = observation with { Attempt = attempt with { Milliseconds = Math.Round(each, 3) } };
            await StoreAsync(seen, chunk, tally, bus, cancellationToken);
            await WithdrawAsync(seen, reading.Authority, gone, tally, bus, cancellationToken);
            chunk.Clear();
            gone.Clear();
            since = time.GetTimestamp();
        }
    }

    private async Task StoreAsync(
        Observation observation, List<ParsedPaper> chunk, ListingTally tally, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        if (chunk.Count == 0)
        {
            return;
        }

        await gate.WaitAsync(cancellationToken);
        var outcomes = await papers.UpsertAsync(await RenewAsync(observation, cancellationToken), chunk, cancellationToken);
        tally.Count(chunk, outcomes);
        await bus.PublishOutcomesAsync(observation, outcomes, cancellationToken);
    }

    private async Task WithdrawAsync(
        Observation observation, SourceAuthority authority, List<string> keys, ListingTally tally, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var outcomes = await papers.WithdrawAsync(await RenewAsync(observation, cancellationToken), authority, keys, cancellationToken);
        tally.CountWithdrawn(keys.Count);
        await bus.PublishOutcomesAsync(observation, outcomes, cancellationToken);
    }

    // A large listing takes longer than the sweep waits: without this it would be dispatched again while it is read.
    private async Task<Observation> RenewAsync(Observation observation, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        await listings.RenewAsync(observation.ListingId, now, cancellationToken);
        return observation with { StoredAt = now };
    }
}
