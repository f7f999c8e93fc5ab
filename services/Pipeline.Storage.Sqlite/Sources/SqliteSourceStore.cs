using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Sqlite.Sources;

/// <summary>Sources in SQLite: one row each for what people said about it, and one for each of its days.</summary>
internal sealed class SqliteSourceStore(SqliteDatabase database) : ISourceStore
{
    public async Task SaveAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        await database.WriteAsync(
            session => session.Run(
                "INSERT INTO sources (id, json) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET json = excluded.json",
                source.Id, SourceColumns.Json(source)),
            cancellationToken);
    }

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
        => database.WriteAsync(session => session.Run("DELETE FROM sources WHERE id = ?1 AND json IS NOT NULL", id) > 0, cancellationToken);

    public async Task<IReadOnlyList<SourceDefinition>> ListAsync(CancellationToken cancellationToken)
        => await database.ReadAsync(
            session => session.List(
                "SELECT json FROM sources WHERE json IS NOT NULL ORDER BY id", row => SourceColumns.FromJson<SourceDefinition>(row.GetString(0))),
            cancellationToken);

    public async Task SetPausedAsync(string id, DateTimeOffset? since, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session => since is { } time
                ? session.Run(
                    "INSERT INTO sources (id, paused_since) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET paused_since = excluded.paused_since",
                    id, SourceColumns.Milliseconds(time))
                : session.Run("UPDATE sources SET paused_since = NULL WHERE id = ?1", id),
            cancellationToken);

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ListPausedAsync(CancellationToken cancellationToken)
    {
        var paused = await database.ReadAsync(
            session => session.List(
                "SELECT id, paused_since FROM sources WHERE paused_since IS NOT NULL",
                row => KeyValuePair.Create(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)))),
            cancellationToken);
        return new SortedDictionary<string, DateTimeOffset>(new Dictionary<string, DateTimeOffset>(paused), StringComparer.Ordinal);
    }

    public Task<DateTimeOffset> KeepScheduledSinceAsync(string id, DateTimeOffset since, CancellationToken cancellationToken)
        => database.WriteAsync(
            session => DateTimeOffset.FromUnixTimeMilliseconds(session.Number(
                """
                INSERT INTO sources (id, scheduled_since) VALUES (?1, ?2)
                ON CONFLICT DO UPDATE SET scheduled_since = coalesce(scheduled_since, excluded.scheduled_since)
                RETURNING scheduled_since
                """,
                id, SourceColumns.Milliseconds(since))),
            cancellationToken);

    public async Task SaveAnswersAsync(IReadOnlyList<DayAnswer> answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        await database.WriteAsync(session => answers.Sum(answer => Save(session, answer)), cancellationToken);
    }

    public async Task<IReadOnlyList<DayAnswer>> ListAnswersAsync(
        string sourceId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
        => await database.ReadAsync(
            session => session.List(
                "SELECT json FROM day_answers WHERE source_id = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day",
                row => SourceColumns.FromJson<DayAnswer>(row.GetString(0)),
                sourceId, SourceColumns.Day(first), SourceColumns.Day(last)),
            cancellationToken);

    private static int Save(SqliteSession session, DayAnswer answer) => session.Run(
        """
        INSERT INTO day_answers (source_id, day, at, complete, json) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO UPDATE SET at = excluded.at, complete = excluded.complete, json = excluded.json
        WHERE (excluded.complete, excluded.at) >= (day_answers.complete, day_answers.at)
        """,
        answer.SourceId, SourceColumns.Day(answer.Day), SourceColumns.Milliseconds(answer.At), answer.Complete ? 1L : 0L, SourceColumns.Json(answer));
}
