using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Sqlite.Sources;

/// <summary>Last answers in SQLite, one row a source and address.</summary>
internal sealed class SqliteFetchCache(SqliteDatabase database) : IFetchCache
{
    public Task<CachedAnswer?> FindAsync(string sourceId, string address, CancellationToken cancellationToken)
        => database.ReadAsync(
            session => session
                .List(
                    "SELECT json FROM fetch_cache WHERE source_id = ?1 AND address = ?2",
                    row => SourceColumns.FromJson<CachedAnswer>(row.GetString(0)),
                    sourceId, address)
                .SingleOrDefault(answer => answer is not { ETag: null, LastModified: null }),
            cancellationToken);

    public async Task SaveAsync(CachedAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await database.WriteAsync(
            session => session.Run(
                """
                INSERT INTO fetch_cache (source_id, address, at, json) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET at = excluded.at, json = excluded.json WHERE excluded.at >= fetch_cache.at
                """,
                answer.SourceId, answer.Address, SourceColumns.Milliseconds(answer.At), SourceColumns.Json(answer)),
            cancellationToken);
    }
}
