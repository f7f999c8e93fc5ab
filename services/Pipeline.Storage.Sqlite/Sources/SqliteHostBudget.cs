using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Sqlite.Sources;

/// <summary>Turns at hosts in SQLite, one row each; by this machine's clock, which all processes at one file share.</summary>
internal sealed class SqliteHostBudget(SqliteDatabase database, TimeProvider time) : IHostBudget
{
    public Task<TimeSpan> TryTakeAsync(string host, Guid holder, TimeSpan interval, TimeSpan hold, CancellationToken cancellationToken)
        => database.WriteAsync(
            session =>
            {
                // Read inside the write: nobody else can take the turn after it.
                var now = time.GetUtcNow();
                var me = SourceColumns.Key(holder);
                if (Refusal(session, host, me, now) is { } wait)
                {
                    return wait;
                }

                session.Run(
                    """
                    INSERT INTO hosts (host, holder, held_until, next_at) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until, next_at = excluded.next_at
                    """,
                    host, me, (now + hold).UtcTicks, (now + interval).UtcTicks);
                return TimeSpan.Zero;
            },
            cancellationToken);

    public async Task<bool> RenewAsync(string host, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session => session.Run(
                "UPDATE hosts SET held_until = ?3 WHERE host = ?1 AND holder = ?2",
                host, SourceColumns.Key(holder), (time.GetUtcNow() + hold).UtcTicks),
            cancellationToken) > 0;

    public async Task ReleaseAsync(string host, Guid holder, TimeSpan pause, CancellationToken cancellationToken)
        => await database.WriteAsync(
            session => session.Run(
                "UPDATE hosts SET holder = NULL, next_at = max(next_at, ?3) WHERE host = ?1 AND holder = ?2",
                host, SourceColumns.Key(holder), (time.GetUtcNow() + pause).UtcTicks),
            cancellationToken);

    private static TimeSpan? Refusal(SqliteSession session, string host, string holder, DateTimeOffset now)
    {
        using var row = session.Read("SELECT holder, held_until, next_at FROM hosts WHERE host = ?1", host);
        if (!row.Read())
        {
            return null;
        }

        var heldUntil = row.IsDBNull(0) || row.GetString(0) == holder ? (DateTimeOffset?)null : Time(row.GetInt64(1));
        var nextAt = Time(row.GetInt64(2));
        return nextAt <= now && !(heldUntil > now) ? null : HostWait.Before(now, nextAt, heldUntil);
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
