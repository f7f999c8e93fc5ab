using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Listings that wait for the Parser, in memory; nobody ever parses them.</summary>
internal sealed class FakeListingStore : IListingStore
{
    private readonly Lock _lock = new();
    private readonly List<Listing> _waiting = [];
    private readonly Dictionary<string, DateTimeOffset> _sweepAt = new(StringComparer.Ordinal);

    public Task SaveFetchedAsync(Listing listing, CancellationToken cancellationToken)
    {
        _waiting.Add(listing);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Listing>> TakeUnparsedAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var taken = _waiting
                .Where(listing => _sweepAt.GetValueOrDefault(listing.Id, listing.FetchedAt) <= now)
                .Take(limit)
                .ToList();
            taken.ForEach(listing => _sweepAt[listing.Id] = now + delay);
            return Task.FromResult<IReadOnlyList<Listing>>(taken);
        }
    }

    public Task SaveResultAsync(string id, DateTimeOffset fetchedAt, ListingState state, ListingResult result, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task RenewAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Listing?> FindAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Listing>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Listing>>(_waiting.FindAll(listing => ids.Contains(listing.Id)));

    public Task<Listing?> FindLatestAsync(string sourceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<Listing> QueryAsync(ListingQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
