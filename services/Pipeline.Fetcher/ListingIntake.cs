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

        // Only the source's latest listing counts: a page that goes back to an earlier text is news again.
        var latest = await listings.FindLatestAsync(sourceId, cancellationToken);
        return await RecordAsync(Describe(archived, sourceId, name, format), latest, cancellationToken);
    }

    /// <summary>Records archived bytes that one of a source's addresses answered with.</summary>
    /// <param name="archived">The bytes.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="address">The address, for people.</param>
    /// <param name="format">Format to read it as; null lets the Parser detect it.</param>
    /// <param name="lastListingId">What the same address answered with last time; null when that is not known.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    internal async Task<IntakeOutcome> RecordAsync(
        ArchivedContent archived, string sourceId, string address, string? format, string? lastListingId, CancellationToken cancellationToken)
    {
        // Other addresses of the source do not matter: only what this one said last.
        var listing = Describe(archived, sourceId, address, format);
        var last = lastListingId is null || lastListingId == listing.Id ? await listings.FindAsync(listing.Id, cancellationToken) : null;
        return await RecordAsync(listing, last, cancellationToken);
    }

    private async Task<IntakeOutcome> RecordAsync(Listing listing, Listing? last, CancellationToken cancellationToken)
    {
        if (last is { State: ListingState.Parsed } && last.Id == listing.Id && last.Format == listing.Format)
        {
            return new IntakeOutcome(last, Unchanged: true);
        }

        // Still waiting or being parsed: the same fetch is announced again, not a new one that would have it parsed twice.
        if (last is { State: ListingState.Fetched } && last.Id == listing.Id && last.Format == listing.Format)
        {
            return new IntakeOutcome(last, Unchanged: false);
        }

        await listings.SaveFetchedAsync(listing, cancellationToken);
        return new IntakeOutcome(listing, Unchanged: false);
    }

    private Listing Describe(ArchivedContent archived, string sourceId, string name, string? format) => new()
    {
        Id = ListingId.From(sourceId, archived.ContentHash),
        SourceId = sourceId,
        ContentHash = archived.ContentHash,
        ContentLength = archived.Length,
        Name = name,
        Format = format,
        FetchedAt = time.GetStoredNow(),
    };
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
