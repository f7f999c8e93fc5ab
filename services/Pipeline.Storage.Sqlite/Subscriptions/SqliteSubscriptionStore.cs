using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Subscriptions;

/// <summary>Subscriptions in SQLite, one row each; leases go by this machine's clock, which all processes at one file share.</summary>
internal sealed class SqliteSubscriptionStore(SqliteDatabase database, TimeProvider time) : ISubscriptionStore
{
    public Task<bool> TryAddAsync(Subscription subscription, SubscriptionEvent what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(what);
        return NotedAsync(session => SubscriptionRows.TryInsert(session, subscription), what, cancellationToken);
    }

    public Task<Subscription?> FindAsync(Guid id, CancellationToken cancellationToken)
        => database.ReadAsync(session => SubscriptionRows.Find(session, id), cancellationToken);

    public Task<Subscription?> FindByNameAsync(string name, CancellationToken cancellationToken)
        => database.ReadAsync(
            session => SubscriptionRows.List(session, "SELECT json FROM subscriptions WHERE name = ?1", name).SingleOrDefault(), cancellationToken);

    // SQLite compares bytes of UTF-8, .NET units of UTF-16: they differ beyond the basic plane.
    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken)
        => [.. (await database.ReadAsync(session => SubscriptionRows.List(session, "SELECT json FROM subscriptions"), cancellationToken))
            .OrderBy(subscription => subscription.Name, StringComparer.Ordinal)];

    public Task<bool> UpdateAsync(Subscription subscription, SubscriptionEvent? what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return NotedAsync(session => SubscriptionRows.Update(session, subscription), what, cancellationToken);
    }

    public Task<bool> RemoveAsync(Guid id, SubscriptionEvent what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        return NotedAsync(session => SubscriptionRows.Remove(session, id), what, cancellationToken);
    }

    public async Task<IReadOnlyList<Subscription>> ListDueAsync(
        SubscriptionKind kind, DateTimeOffset now, long last, int limit, CancellationToken cancellationToken)
        => await database.ReadAsync(
            session => SubscriptionRows.List(
                session,
                """
                SELECT json FROM subscriptions
                WHERE active = 1 AND kind = ?1 AND due_at <= ?2 AND cursor < ?3 AND (holder IS NULL OR held_until <= ?4)
                ORDER BY due_at, id LIMIT ?5
                """,
                kind.ToString(), SourceColumns.Milliseconds(now), last, time.GetUtcNow().UtcTicks, (long)limit),
            cancellationToken);

    public Task<Subscription?> TakeAsync(Guid id, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
        => database.WriteAsync(
            session =>
            {
                // Read inside the write: nobody else can take it after.
                var now = time.GetUtcNow();
                var taken = session.Run(
                    """
                    UPDATE subscriptions SET holder = ?2, held_until = ?3
                    WHERE id = ?1 AND active = 1 AND (holder IS NULL OR holder = ?2 OR held_until <= ?4)
                    """,
                    SourceColumns.Key(id), SourceColumns.Key(holder), (now + hold).UtcTicks, now.UtcTicks);
                return taken > 0 ? SubscriptionRows.Find(session, id) : null;
            },
            cancellationToken);

    public Task ReleaseAsync(Guid id, Guid holder, CancellationToken cancellationToken)
        => database.WriteAsync(
            session => session.Run(
                "UPDATE subscriptions SET holder = NULL WHERE id = ?1 AND holder = ?2", SourceColumns.Key(id), SourceColumns.Key(holder)),
            cancellationToken);

    public async Task<IReadOnlyList<SubscriptionEvent>> ListEventsAsync(Guid? id, int limit, CancellationToken cancellationToken)
    {
        const string ofAll = "SELECT json FROM subscription_events ORDER BY at DESC, id DESC LIMIT ?1";
        const string ofOne = "SELECT json FROM subscription_events WHERE subscription = ?2 ORDER BY at DESC, id DESC LIMIT ?1";
        return await database.ReadAsync(
            session => id is { } one
                ? session.List(ofOne, row => SourceColumns.FromJson<SubscriptionEvent>(row.GetString(0)), (long)limit, SourceColumns.Key(one))
                : session.List(ofAll, row => SourceColumns.FromJson<SubscriptionEvent>(row.GetString(0)), (long)limit),
            cancellationToken);
    }

    // In one transaction: what was done is told when, and only when, it was done.
    private Task<bool> NotedAsync(Func<SqliteSession, bool> change, SubscriptionEvent? what, CancellationToken cancellationToken)
        => database.WriteAsync(
            session =>
            {
                var done = change(session);
                if (done && what is not null)
                {
                    SubscriptionRows.Note(session, what);
                }

                return done;
            },
            cancellationToken);
}
