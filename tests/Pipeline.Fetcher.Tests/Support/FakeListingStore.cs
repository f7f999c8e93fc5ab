using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Listings in memory, which must already be in the archive when they are recorded.</summary>
internal sealed class FakeListingStore(FakeArchive archive) : IListingStore
{
    private readonly Dictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Listing> All => _listings.Values;

    public Task SaveFetchedAsync(Listing listing, CancellationToken cancellationToken)
    {
        if (!archive.Holds(listing.ContentHash))
        {
            throw new InvalidOperationException("A listing was recorded before its bytes were archived.");
        }

        if (!_listings.TryGetValue(listing.Id, out var stored) || listing.FetchedAt > stored.FetchedAt)
        {
            _listings[listing.Id] = listing with { State = ListingState.Fetched, Result = null };
        }

        return Task.CompletedTask;
    }

    public Task SaveResultAsync(string id, DateTimeOffset fetchedAt, ListingState state, ListingResult result, CancellationToken cancellationToken)
    {
        if (_listings.TryGetValue(id, out var stored) && stored.FetchedAt == fetchedAt)
        {
            _listings[id] = stored with { State = state, Result = result };
        }

        return Task.CompletedTask;
    }

    public Task RenewAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Listing?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_listings.GetValueOrDefault(id));

    public Task<IReadOnlyList<Listing>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<Listing?> FindLatestAsync(string sourceId, CancellationToken cancellationToken)
        => Task.FromResult(_listings.Values.Where(listing => listing.SourceId == sourceId).MaxBy(listing => listing.FetchedAt));

    public Task<IReadOnlyList<Listing>> TakeUnparsedAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => throw new NotSupportedException("The fetcher does not sweep.");

    public IAsyncEnumerable<Listing> QueryAsync(ListingQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
