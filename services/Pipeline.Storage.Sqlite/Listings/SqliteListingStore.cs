using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Listings;

/// <summary>Listings in SQLite, one row each.</summary>
internal sealed class SqliteListingStore(SqliteDatabase database) : IListingStore
{
    private const int PageSize = 100;

    public async Task SaveFetchedAsync(Listing listing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var json = JsonSerializer.Serialize(listing with { State = ListingState.Fetched, Result = null }, PaperJson.Options);

        await database.WriteAsync(
            session => session.Run(
                """
                INSERT INTO listings (id, source_id, fetched_at, waiting, json) VALUES (?1, ?2, ?3, 1, ?4)
                ON CONFLICT (id) DO UPDATE SET
                    source_id = excluded.source_id, fetched_at = excluded.fetched_at, waiting = 1, sweep_at = NULL, json = excluded.json
                WHERE excluded.fetched_at > listings.fetched_at
                """,
                listing.Id, listing.SourceId, Milliseconds(listing.FetchedAt), json),
            cancellationToken);
    }

    public async Task SaveResultAsync(
        string id, DateTimeOffset fetchedAt, ListingState state, ListingResult result, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session =>
            {
                var listing = Find(session, "SELECT json FROM listings WHERE id = ?1 AND fetched_at <= ?2", id, Milliseconds(fetchedAt));
                return listing is not null && session.Run(
                    "UPDATE listings SET waiting = ?2, json = ?3 WHERE id = ?1",
                    id,
                    state == ListingState.Fetched ? 1L : 0L,
                    JsonSerializer.Serialize(listing with { State = state, Result = result }, PaperJson.Options)) > 0;
            },
            cancellationToken);

    public async Task RenewAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session => session.Run("UPDATE listings SET sweep_at = ?2 WHERE id = ?1 AND waiting = 1", id, Milliseconds(now)),
            cancellationToken);

    public Task<Listing?> FindAsync(string id, CancellationToken cancellationToken)
        => database.ReadAsync(session => Find(session, "SELECT json FROM listings WHERE id = ?1", id), cancellationToken);

    public async Task<IReadOnlyList<Listing>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
        => await database.ReadAsync(
            session => session.List(
                "SELECT json FROM listings WHERE id IN (SELECT value FROM json_each(?1))",
                row => Read(row.GetString(0)),
                JsonSerializer.Serialize(ids)),
            cancellationToken);

    public Task<Listing?> FindLatestAsync(string sourceId, CancellationToken cancellationToken)
        => database.ReadAsync(
            session => Find(
                session, "SELECT json FROM listings WHERE source_id = ?1 ORDER BY fetched_at DESC, id LIMIT 1", sourceId),
            cancellationToken);

    public async IAsyncEnumerable<Listing> QueryAsync(ListingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var from = query.From is { } first ? Milliseconds(first) : long.MinValue;
        var before = query.Before is { } end ? Milliseconds(end) : long.MaxValue;
        var after = "";
        while (true)
        {
            // Each page is a look of its own, so that nothing is held open while a listing is worked on.
            var page = await database.ReadAsync(
                session => session.List(
                    """
                    SELECT json FROM listings
                    WHERE (fetched_at, id) > (?1, ?2) AND fetched_at < ?3 AND (?4 IS NULL OR source_id = ?4)
                    ORDER BY fetched_at, id LIMIT ?5
                    """,
                    row => Read(row.GetString(0)),
                    from, after, before, query.SourceId, (long)PageSize),
                cancellationToken);
            foreach (var listing in page)
            {
                yield return listing;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            (from, after) = (Milliseconds(page[^1].FetchedAt), page[^1].Id);
        }
    }

    public async Task<IReadOnlyList<Listing>> TakeUnparsedAsync(
        DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session =>
            {
                var wait = (long)delay.TotalMilliseconds;
                var taken = session.List(
                    """
                    SELECT json FROM listings
                    WHERE waiting = 1 AND coalesce(sweep_at, fetched_at) <= ?1
                    ORDER BY fetched_at, id LIMIT ?2
                    """,
                    row => Read(row.GetString(0)),
                    Milliseconds(now), (long)limit);
                foreach (var listing in taken)
                {
                    session.Run("UPDATE listings SET sweep_at = ?2 WHERE id = ?1", listing.Id, Milliseconds(now) + wait);
                }

                return taken;
            },
            cancellationToken);

    private static Listing? Find(SqliteSession session, string sql, params ReadOnlySpan<object?> values)
        => session.List(sql, row => Read(row.GetString(0)), values).SingleOrDefault();

    private static Listing Read(string json) => JsonSerializer.Deserialize<Listing>(json, PaperJson.Options)!;

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
