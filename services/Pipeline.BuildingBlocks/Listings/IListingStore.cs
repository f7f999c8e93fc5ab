namespace Pipeline.BuildingBlocks.Listings;

/// <summary>Which listings were obtained, and what became of them.</summary>
/// <remarks>Every write is idempotent. A method that returns has made its effect durable.</remarks>
public interface IListingStore
{
    /// <summary>Records that a listing was obtained and waits to be parsed. An older observation does not undo a newer one.</summary>
    Task SaveFetchedAsync(Listing listing, CancellationToken cancellationToken);

    /// <summary>Records what parsing gave, unless the listing has been obtained again since <paramref name="fetchedAt"/>.</summary>
    Task SaveResultAsync(string id, DateTimeOffset fetchedAt, ListingState state, ListingResult result, CancellationToken cancellationToken);

    /// <summary>Says that a listing is being parsed: its sweep time becomes <paramref name="now"/>. Does nothing once it is parsed.</summary>
    Task RenewAsync(string id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Finds a listing.</summary>
    /// <returns>The listing, or null when there is none.</returns>
    Task<Listing?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Finds some listings, in any order.</summary>
    /// <returns>Those that there are.</returns>
    Task<IReadOnlyList<Listing>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Finds the listing last obtained from a source.</summary>
    /// <returns>The listing, or null when the source never gave one.</returns>
    Task<Listing?> FindLatestAsync(string sourceId, CancellationToken cancellationToken);

    /// <summary>
    /// Streams listings in the order in which they were last obtained, then by key. One that is obtained again meanwhile
    /// may come again.
    /// </summary>
    IAsyncEnumerable<Listing> QueryAsync(ListingQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Takes listings that have waited for the Parser since before their sweep time (first: when they were obtained;
    /// while they are parsed: the last <see cref="RenewAsync"/>), and sets that time to <paramref name="now"/> plus <paramref name="delay"/>.
    /// </summary>
    Task<IReadOnlyList<Listing>> TakeUnparsedAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken);
}
