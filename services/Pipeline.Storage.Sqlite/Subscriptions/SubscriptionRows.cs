using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Subscriptions;

/// <summary>Single rows of subscriptions and of what was done to them. Writing runs inside a write.</summary>
internal static class SubscriptionRows
{
    public static bool TryInsert(SqliteSession session, Subscription subscription) => session.Run(
        """
        INSERT INTO subscriptions (id, name, kind, active, due_at, cursor, sequence, json)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING
        """,
        SourceColumns.Key(subscription.Id), subscription.Name, subscription.Kind.ToString(), Active(subscription),
        SourceColumns.Milliseconds(subscription.DueAt), subscription.Cursor, (long)subscription.Sequence, SourceColumns.Json(subscription)) > 0;

    // The holder is not the subscription's and stays.
    public static bool Update(SqliteSession session, Subscription subscription)
    {
        var next = subscription with { Sequence = subscription.Sequence + 1 };
        return session.Run(
            """
            UPDATE subscriptions SET name = ?3, kind = ?4, active = ?5, due_at = ?6, cursor = ?7, sequence = ?8, json = ?9
            WHERE id = ?1 AND sequence = ?2
            """,
            SourceColumns.Key(next.Id), (long)subscription.Sequence, next.Name, next.Kind.ToString(), Active(next),
            SourceColumns.Milliseconds(next.DueAt), next.Cursor, (long)next.Sequence, SourceColumns.Json(next)) > 0;
    }

    public static Subscription? Find(SqliteSession session, Guid id)
        => List(session, "SELECT json FROM subscriptions WHERE id = ?1", SourceColumns.Key(id)).SingleOrDefault();

    public static List<Subscription> List(SqliteSession session, string sql, params ReadOnlySpan<object?> values)
        => session.List(sql, row => SourceColumns.FromJson<Subscription>(row.GetString(0)), values);

    /// <summary>Removes a subscription with all but what was done to it.</summary>
    public static bool Remove(SqliteSession session, Guid id)
    {
        var key = SourceColumns.Key(id);
        session.Run("DELETE FROM delivery_attempts WHERE subscription = ?1", key);
        session.Run("DELETE FROM digest_issues WHERE subscription = ?1", key);
        session.Run("DELETE FROM digest_papers WHERE subscription = ?1", key);
        return session.Run("DELETE FROM subscriptions WHERE id = ?1", key) > 0;
    }

    public static void Note(SqliteSession session, SubscriptionEvent what) => session.Run(
        "INSERT INTO subscription_events (id, subscription, at, json) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        SourceColumns.Key(what.Id), SourceColumns.Key(what.SubscriptionId), SourceColumns.Milliseconds(what.At), SourceColumns.Json(what));

    private static long Active(Subscription subscription) => subscription.State == SubscriptionState.Active ? 1L : 0L;
}
