using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Runs;

/// <summary>Finds what an address answered last, and whether "nothing changed" would be enough of an answer.</summary>
internal sealed class KnownAnswers(IFetchCache cache, IListingStore listings, IListingArchive archive)
{
    /// <summary>Finds the last answer of an address.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<KnownAnswer?> FindAsync(string sourceId, string address, CancellationToken cancellationToken)
    {
        if (await cache.FindAsync(sourceId, address, cancellationToken) is not { } answer)
        {
            return null;
        }

        var listing = await listings.FindAsync(answer.ListingId, cancellationToken);
        return listing is { State: ListingState.Parsed } && await HoldsAsync(listing.ContentHash, cancellationToken)
            ? new(answer, listing)
            : new(answer, Listing: null);
    }

    private async Task<bool> HoldsAsync(string contentHash, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await archive.OpenReadAsync(contentHash, cancellationToken);
            return true;
        }
        catch (ArchivedContentNotFoundException)
        {
            return false;
        }
    }
}

/// <summary>The last answer of an address.</summary>
/// <param name="Answer">What is kept of it.</param>
/// <param name="Listing">Its listing; null unless that is archived and was parsed.</param>
internal sealed record KnownAnswer(CachedAnswer Answer, Listing? Listing)
{
    /// <summary>The answer to ask by; null when its content must come again.</summary>
    public CachedAnswer? Reusable => Listing is null ? null : Answer;
}
