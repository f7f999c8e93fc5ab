using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Storage.Sqlite.Papers;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Reprocessing;

/// <summary>Runs in SQLite, one row each; leases go by this machine's clock, which all processes at one file share.</summary>
internal sealed class SqliteReprocessStore(SqliteDatabase database, TimeProvider time) : IReprocessStore
{
    public Task<bool> TryCreateAsync(ReprocessRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return database.WriteAsync(
            session => session.Run(
                "INSERT INTO reprocess_runs (id, running, sequence, created_at, json) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
                SourceColumns.Key(run.Id), Running(run), (long)run.Sequence, SourceColumns.Milliseconds(run.CreatedAt), SourceColumns.Json(run)) > 0,
            cancellationToken);
    }

    public Task<ReprocessRun?> FindAsync(Guid id, CancellationToken cancellationToken)
        => database.ReadAsync(session => Find(session, id), cancellationToken);

    public Task<IReadOnlyList<ReprocessRun>> ListAsync(RunPlace? after, int limit, CancellationToken cancellationToken)
        => ReadAsync(
            $"SELECT json FROM reprocess_runs WHERE {RunPlaces.IsAfter} ORDER BY created_at DESC, id LIMIT ?3",
            cancellationToken, RunPlaces.Time(after), RunPlaces.Id(after), (long)limit);

    public Task<IReadOnlyList<ReprocessRun>> ListRunningAsync(CancellationToken cancellationToken)
        => ReadAsync("SELECT json FROM reprocess_runs WHERE running = 1 ORDER BY created_at, id", cancellationToken);

    public Task KeepAsync(Guid id, IReadOnlyList<KeptDigest> digests, CancellationToken cancellationToken)
        => digests.Count == 0 ? Task.CompletedTask : database.WriteAsync(session => DigestRows.Keep(session, id, digests), cancellationToken);

    public Task<IReadOnlyList<KeptDigest>> ReadKeptAsync(Guid id, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => database.ReadAsync(session => DigestRows.Read(session, id, paperIds), cancellationToken);

    public Task ForgetAsync(Guid id, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => paperIds.Count == 0 ? Task.CompletedTask : database.WriteAsync(session => DigestRows.Forget(session, id, paperIds), cancellationToken);

    public Task ForgetEndedAsync(CancellationToken cancellationToken)
        => database.WriteAsync(DigestRows.ForgetEnded, cancellationToken);

    public Task<bool> UpdateAsync(ReprocessRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var next = run with { Sequence = run.Sequence + 1 };
        return database.WriteAsync(
            session => session.Run(
                "UPDATE reprocess_runs SET running = ?3, sequence = ?4, json = ?5 WHERE id = ?1 AND sequence = ?2",
                SourceColumns.Key(run.Id), (long)run.Sequence, Running(next), (long)next.Sequence, SourceColumns.Json(next)) > 0,
            cancellationToken);
    }

    public Task<ReprocessRun?> TakeAsync(Guid id, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
        => database.WriteAsync(
            session =>
            {
                // Read inside the write: nobody else can take it after.
                var now = time.GetUtcNow();
                var taken = session.Run(
                    """
                    UPDATE reprocess_runs SET holder = ?2, held_until = ?3
                    WHERE id = ?1 AND running = 1 AND (holder IS NULL OR holder = ?2 OR held_until <= ?4)
                    """,
                    SourceColumns.Key(id), SourceColumns.Key(holder), (now + hold).UtcTicks, now.UtcTicks);
                return taken > 0 ? Find(session, id) : null;
            },
            cancellationToken);

    public Task ReleaseAsync(Guid id, Guid holder, CancellationToken cancellationToken)
        => database.WriteAsync(
            session => session.Run(
                "UPDATE reprocess_runs SET holder = NULL WHERE id = ?1 AND holder = ?2", SourceColumns.Key(id), SourceColumns.Key(holder)),
            cancellationToken);

    public Task<IReadOnlyList<EnrichedPaper>> FindPapersAsync(
        PaperSelection selection, string? after, int limit, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<EnrichedPaper>>(
            session => [.. SelectionQueries.Keys(session, selection, after, limit).Select(pk => PaperQueries.Get(session, pk))], cancellationToken);

    public Task<long> CountPapersAsync(PaperSelection selection, CancellationToken cancellationToken)
        => database.ReadAsync(session => SelectionQueries.Count(session, selection), cancellationToken);

    public Task<IReadOnlyList<StageStamp>> ReadStampsAsync(
        EnrichmentStage stage, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => database.ReadAsync(session => SelectionQueries.Stamps(session, stage, paperIds), cancellationToken);

    public Task<IReadOnlyList<StageVersionCount>> ListVersionsAsync(EnrichmentStage stage, CancellationToken cancellationToken)
        => database.ReadAsync(session => SelectionQueries.Versions(session, stage), cancellationToken);

    private async Task<IReadOnlyList<ReprocessRun>> ReadAsync(string sql, CancellationToken cancellationToken, params object?[] values)
        => await database.ReadAsync(session => session.List(sql, row => Read(row.GetString(0)), values), cancellationToken);

    private static ReprocessRun? Find(SqliteSession session, Guid id)
        => session.List("SELECT json FROM reprocess_runs WHERE id = ?1", row => Read(row.GetString(0)), SourceColumns.Key(id)).SingleOrDefault();

    private static long Running(ReprocessRun run) => run.State == ReprocessState.Running ? 1L : 0L;

    private static ReprocessRun Read(string json) => SourceColumns.FromJson<ReprocessRun>(json);
}
