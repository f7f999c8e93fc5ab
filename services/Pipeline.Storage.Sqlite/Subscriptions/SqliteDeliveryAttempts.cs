using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Subscriptions;

/// <summary>Attempts to tell subscribers in SQLite, one row each.</summary>
internal sealed class SqliteDeliveryAttempts(SqliteDatabase database) : IDeliveryAttempts
{
    public Task AddAsync(IReadOnlyList<DeliveryAttempt> attempts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        return attempts.Count == 0 ? Task.CompletedTask : database.WriteAsync(session => attempts.Sum(attempt => Add(session, attempt)), cancellationToken);
    }

    public async Task<IReadOnlyList<DeliveryAttempt>> ListAsync(Guid subscriptionId, bool failedOnly, int limit, CancellationToken cancellationToken)
        => await database.ReadAsync(
            session => session.List(
                """
                SELECT json FROM delivery_attempts WHERE subscription = ?1 AND (?2 = 0 OR delivered = 0)
                ORDER BY at DESC, place DESC, id LIMIT ?3
                """,
                row => SourceColumns.FromJson<DeliveryAttempt>(row.GetString(0)),
                SourceColumns.Key(subscriptionId), failedOnly ? 1L : 0L, (long)limit),
            cancellationToken);

    public Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
        => database.WriteAsync<long>(
            session => session.Run("DELETE FROM delivery_attempts WHERE at < ?1", SourceColumns.Milliseconds(before)), cancellationToken);

    private static int Add(SqliteSession session, DeliveryAttempt attempt) => session.Run(
        """
        INSERT INTO delivery_attempts (id, subscription, at, place, delivered, json) SELECT ?1, ?2, ?3, ?4, ?5, ?6
        WHERE EXISTS (SELECT 1 FROM subscriptions WHERE id = ?2)
        ON CONFLICT DO NOTHING
        """,
        SourceColumns.Key(attempt.Id), SourceColumns.Key(attempt.SubscriptionId), SourceColumns.Milliseconds(attempt.At),
        attempt.ChangeSequence, attempt.Delivered ? 1L : 0L, SourceColumns.Json(attempt));
}
