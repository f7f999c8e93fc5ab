using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Failures;

/// <summary>Messages that failed in SQLite, one row each.</summary>
internal sealed class SqliteFailureStore(SqliteDatabase database) : IFailureStore
{
    public Task<bool> TryCreateAsync(FailedMessage failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return database.WriteAsync(
            session => session.Run(
                """
                INSERT INTO failures (id, sequence, state, due_at, stage, cause, likeness, first_failed_at, last_failed_at, json, body)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING
                """,
                FailureColumns.Values(failure)) > 0,
            cancellationToken);
    }

    public Task<FailedMessage?> FindAsync(Guid id, CancellationToken cancellationToken)
        => database.ReadAsync(
            session => session.List($"{FailureColumns.Whole} WHERE id = ?1", FailureColumns.ReadWhole, SourceColumns.Key(id)).SingleOrDefault(),
            cancellationToken);

    public Task<bool> UpdateAsync(FailedMessage failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return database.WriteAsync(
            session => session.Run(
                """
                UPDATE failures SET sequence = ?2, state = ?3, due_at = ?4, stage = ?5, cause = ?6, likeness = ?7,
                    first_failed_at = ?8, last_failed_at = ?9, json = ?10, body = ?11
                WHERE id = ?1 AND sequence = ?2 - 1
                """,
                FailureColumns.Values(failure with { Sequence = failure.Sequence + 1 })) > 0,
            cancellationToken);
    }

    public async Task<IReadOnlyList<FailedMessage>> TakeDueAsync(
        DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken)
    {
        var until = Timestamps.ToStored(now + hold);
        return await database.WriteAsync<IReadOnlyList<FailedMessage>>(
            session =>
            {
                var due = session.List(
                    $"{FailureColumns.Whole} WHERE state = 'waiting' AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2",
                    FailureColumns.ReadWhole, SourceColumns.Milliseconds(now), (long)limit);
                foreach (var failure in due)
                {
                    session.Run("UPDATE failures SET due_at = ?2 WHERE id = ?1", SourceColumns.Key(failure.Id), SourceColumns.Milliseconds(until));
                }

                return [.. due.Select(failure => failure with { DueAt = until })];
            },
            cancellationToken);
    }

    public async Task<long> TakeBackSentAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session => session.Run(
                "UPDATE failures SET state = 'waiting', due_at = ?1, sequence = sequence + 1 WHERE state = 'sent'", SourceColumns.Milliseconds(now)),
            cancellationToken);

    public Task<IReadOnlyList<FailedMessage>> ListAsync(FailureQuery query, int limit, CancellationToken cancellationToken)
        => ReadAsync(
            new FailureQueries(FailureColumns.Short, query).Add(" ORDER BY last_failed_at DESC, id LIMIT", (long)limit),
            FailureColumns.ReadShort,
            cancellationToken);

    public Task<IReadOnlyList<Guid>> ListKeysAsync(FailureQuery query, Guid? after, int limit, CancellationToken cancellationToken)
        => ReadAsync(
            new FailureQueries("SELECT id FROM failures", query)
                .Add(" AND id >", after is { } last ? SourceColumns.Key(last) : null)
                .Add(" ORDER BY id LIMIT", (long)limit),
            row => Guid.Parse(row.GetString(0)),
            cancellationToken);

    public Task<IReadOnlyList<FailureGroup>> GroupAsync(FailureQuery query, CancellationToken cancellationToken)
        => ReadAsync(
            new FailureQueries("SELECT stage, cause, likeness, state, count(*), min(first_failed_at), max(last_failed_at), min(id) FROM failures", query)
                .Add(" GROUP BY stage, cause, likeness, state ORDER BY count(*) DESC, stage, likeness, cause, state LIMIT", -1L),
            FailureColumns.ReadGroup,
            cancellationToken);

    public async Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session => session.Run(
                "DELETE FROM failures WHERE state IN ('replayed', 'discarded') AND due_at < ?1", SourceColumns.Milliseconds(before)),
            cancellationToken);

    public bool IsUnreachable(Exception exception)
        => exception is StoreUnusableException || (exception is SqliteException fault && SqliteFaults.Explain(fault, "") is not null);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(FailureQueries query, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
        => await database.ReadAsync(session => session.List(query.Sql, read, query.Values), cancellationToken);
}
