using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Parser.Tests.Support;

/// <summary>Listings in memory.</summary>
internal sealed class FakeListingStore : IListingStore
{
    private readonly Dictionary<string, Listing> _listings = new(StringComparer.Ordinal);
    private readonly List<DateTimeOffset> _renewals = [];

    /// <summary>When the sweep was told that a waiting listing is being parsed.</summary>
    public IReadOnlyList<DateTimeOffset> Renewals => _renewals;

    public Listing this[string id] => _listings[id];

    /// <summary>Results written.</summary>
    public int Results { get; private set; }

    /// <summary>Puts a listing in the place of one, as an earlier parser may have left it.</summary>
    public void Tamper(string id, Func<ListingResult, ListingResult> change) => _listings[id] = _listings[id] with { Result = change(_listings[id].Result!) };

    public Task SaveFetchedAsync(Listing listing, CancellationToken cancellationToken)
    {
        _listings[listing.Id] = listing;
        return Task.CompletedTask;
    }

    public Task SaveResultAsync(string id, DateTimeOffset fetchedAt, ListingState state, ListingResult result, CancellationToken cancellationToken)
    {
        if (_listings.TryGetValue(id, out var stored) && stored.FetchedAt == fetchedAt)
        {
            _listings[id] = stored with { State = state, Result = result };
            Results++;
        }

        return Task.CompletedTask;
    }

    public Task RenewAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_listings.TryGetValue(id, out var stored) && stored.State == ListingState.Fetched)
        {
            _renewals.Add(now);
        }

        return Task.CompletedTask;
    }

    public Task<Listing?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_listings.GetValueOrDefault(id));

    public Task<IReadOnlyList<Listing>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<Listing?> FindLatestAsync(string sourceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Listing>> TakeUnparsedAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public IAsyncEnumerable<Listing> QueryAsync(ListingQuery query, CancellationToken cancellationToken)
        => _listings.Values
            .Where(listing => query.SourceId is null || listing.SourceId == query.SourceId)
            .Where(listing => !(listing.FetchedAt < query.From) && !(listing.FetchedAt >= query.Before))
            .OrderBy(listing => listing.FetchedAt).ThenBy(listing => listing.Id, StringComparer.Ordinal)
            .ToAsyncEnumerable();
}
