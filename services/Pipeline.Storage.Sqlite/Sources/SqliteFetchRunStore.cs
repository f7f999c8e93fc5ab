using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Sqlite.Sources;

/// <summary>Runs and backfills in SQLite, one row each.</summary>
internal sealed class SqliteFetchRunStore(SqliteDatabase database) : IFetchRunStore
{
    public Task<bool> TryCreateAsync(FetchRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return database.WriteAsync(
            session => session.Run(
                """
                INSERT INTO fetch_runs (id, source_id, cause, open, due_at, created_at, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT DO NOTHING
                """,
                SourceColumns.Key(run.Id), run.SourceId, run.Cause.ToString(), run.HasEnded ? 0L : 1L,
                SourceColumns.Milliseconds(run.DueAt), SourceColumns.Milliseconds(run.CreatedAt), SourceColumns.Json(run)) > 0,
            cancellationToken);
    }

    public Task<FetchRun?> FindAsync(Guid id, CancellationToken cancellationToken)
        => database.ReadAsync(session => Find(session, id), cancellationToken);

    public Task<bool> UpdateAsync(FetchRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return database.WriteAsync(
            session => Find(session, run.Id) is { HasEnded: false } stored && stored.Sequence == run.Sequence && Write(session, Update(stored, run)),
            cancellationToken);
    }

    public async Task<IReadOnlyList<FetchRun>> TakeDueAsync(
        DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session =>
            {
                var taken = session.List(
                    "SELECT json FROM fetch_runs WHERE open = 1 AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2",
                    row => Read(row.GetString(0)) with { DueAt = now + delay },
                    SourceColumns.Milliseconds(now), (long)limit);
                foreach (var run in taken)
                {
                    Write(session, run);
                }

                return taken;
            },
            cancellationToken);

    public async Task<IReadOnlyList<FetchRun>> ListAsync(
        string? sourceId, RunCause? cause, RunPlace? after, int limit, CancellationToken cancellationToken)
    {
        const string all = $"SELECT json FROM fetch_runs WHERE {RunPlaces.IsAfter} AND (?3 IS NULL OR cause = ?3)";
        const string order = "ORDER BY created_at DESC, id LIMIT ?4";
        var (time, id, because) = (RunPlaces.Time(after), RunPlaces.Id(after), cause?.ToString());
        return await database.ReadAsync(
            session => sourceId is null
                ? session.List($"{all} {order}", row => Read(row.GetString(0)), time, id, because, (long)limit)
                : session.List($"{all} AND source_id = ?5 {order}", row => Read(row.GetString(0)), time, id, because, (long)limit, sourceId),
            cancellationToken);
    }

    public Task<bool> TryCreateAsync(Backfill backfill, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(backfill);
        return database.WriteAsync(
            session => session.Run(
                "INSERT INTO backfills (id, running, sequence, created_at, json) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
                SourceColumns.Key(backfill.Id), Running(backfill), (long)backfill.Sequence,
                SourceColumns.Milliseconds(backfill.CreatedAt), SourceColumns.Json(backfill)) > 0,
            cancellationToken);
    }

    public Task<Backfill?> FindBackfillAsync(Guid id, CancellationToken cancellationToken)
        => database.ReadAsync(
            session => session
                .List("SELECT json FROM backfills WHERE id = ?1", row => ReadBackfill(row.GetString(0)), SourceColumns.Key(id))
                .SingleOrDefault(),
            cancellationToken);

    public Task<bool> UpdateAsync(Backfill backfill, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(backfill);
        var next = backfill with { Sequence = backfill.Sequence + 1 };
        return database.WriteAsync(
            session => session.Run(
                "UPDATE backfills SET running = ?3, sequence = ?4, json = ?5 WHERE id = ?1 AND sequence = ?2",
                SourceColumns.Key(backfill.Id), (long)backfill.Sequence, Running(next), (long)next.Sequence, SourceColumns.Json(next)) > 0,
            cancellationToken);
    }

    public async Task<IReadOnlyList<Backfill>> ListRunningBackfillsAsync(CancellationToken cancellationToken)
        => await database.ReadAsync(
            session => session.List(
                "SELECT json FROM backfills WHERE running = 1 ORDER BY created_at, id", row => ReadBackfill(row.GetString(0))),
            cancellationToken);

    // What a run is for never changes.
    private static FetchRun Update(FetchRun stored, FetchRun run) => stored with
    {
        State = run.State,
        DueAt = run.DueAt,
        HeldUntil = run.HeldUntil,
        EndedAt = run.EndedAt,
        Cursor = run.Cursor,
        Pages = run.Pages,
        Unchanged = run.Unchanged,
        Failures = run.Failures,
        Reason = run.Reason,
        Sequence = stored.Sequence + 1,
    };

    private static bool Write(SqliteSession session, FetchRun run) => session.Run(
        "UPDATE fetch_runs SET open = ?2, due_at = ?3, json = ?4 WHERE id = ?1",
        SourceColumns.Key(run.Id), run.HasEnded ? 0L : 1L, SourceColumns.Milliseconds(run.DueAt), SourceColumns.Json(run)) > 0;

    private static FetchRun? Find(SqliteSession session, Guid id)
        => session.List("SELECT json FROM fetch_runs WHERE id = ?1", row => Read(row.GetString(0)), SourceColumns.Key(id)).SingleOrDefault();

    private static long Running(Backfill backfill) => backfill.State == BackfillState.Running ? 1L : 0L;

    private static FetchRun Read(string json) => SourceColumns.FromJson<FetchRun>(json);

    private static Backfill ReadBackfill(string json) => SourceColumns.FromJson<Backfill>(json);
}
