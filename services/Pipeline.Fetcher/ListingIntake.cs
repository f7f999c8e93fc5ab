using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher;

/// <summary>Takes the bytes of a listing in: archive first, then the record that it waits to be parsed.</summary>
public sealed class ListingIntake(IListingArchive archive, IListingStore listings, TimeProvider time)
{
    /// <summary>Archives a listing and records it. The caller publishes <see cref="ListingFetched"/> unless nothing changed.</summary>
    /// <param name="content">Raw bytes, read once to the end.</param>
    /// <param name="sourceId">Where they come from.</param>
    /// <param name="name">File name or address, for people.</param>
    /// <param name="format">Format to read it as; null lets the Parser detect it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="IOException">The bytes could not be read or archived; nothing was recorded.</exception>
    public async Task<IntakeOutcome> TakeInAsync(
        Stream content, string sourceId, string name, string? format, CancellationToken cancellationToken)
    {
        var archived = await archive.SaveAsync(content, cancellationToken);
        var listing = new Listing
        {
            Id = ListingId.From(sourceId, archived.ContentHash),
            SourceId = sourceId,
            ContentHash = archived.ContentHash,
            ContentLength = archived.Length,
            Name = name,
            Format = format,
            FetchedAt = time.GetStoredNow(),
        };

        // Only the source's latest listing counts: a page that goes back to an earlier text is news again.
        var latest = await listings.FindLatestAsync(sourceId, cancellationToken);
        if (latest is { State: ListingState.Parsed } && latest.Id == listing.Id && latest.Format == format)
        {
            return new IntakeOutcome(latest, Unchanged: true);
        }

        // Still waiting or being parsed: the same fetch is announced again, not a new one that would have it parsed twice.
        if (latest is { State: ListingState.Fetched } && latest.Id == listing.Id && latest.Format == format)
        {
            return new IntakeOutcome(latest, Unchanged: false);
        }

        await listings.SaveFetchedAsync(listing, cancellationToken);
        return new IntakeOutcome(listing, Unchanged: false);
    }
}

/// <summary>What became of the bytes.</summary>
/// <param name="Listing">The listing they are.</param>
/// <param name="Unchanged">True when the source gave the same bytes last time and they have been parsed: nothing to publish.</param>
public sealed record IntakeOutcome(Listing Listing, bool Unchanged)
{
    /// <summary>The message that hands the listing to the Parser.</summary>
    public ListingFetched ToMessage() => new()
    {
        ListingId = Listing.Id,
        SourceId = Listing.SourceId,
        ContentHash = Listing.ContentHash,
        Name = Listing.Name,
        FetchedAt = Listing.FetchedAt,
        Format = Listing.Format,
    };
}
