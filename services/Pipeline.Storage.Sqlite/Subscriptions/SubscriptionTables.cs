namespace Pipeline.Storage.Sqlite.Subscriptions;

/// <summary>Tables of subscriptions and of what was sent for them: what schema version 11 adds.</summary>
internal static class SubscriptionTables
{
    // `held_until` is in ticks, as that of a run is. What was done has no foreign key: it outlives its subscription.
    public const string Sql = """
        CREATE TABLE subscriptions (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            active INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            cursor INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            holder TEXT,
            held_until INTEGER NOT NULL DEFAULT 0,
            json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX subscriptions_due ON subscriptions (kind, due_at, id) WHERE active = 1;
        CREATE TABLE subscription_events (
            id TEXT PRIMARY KEY,
            subscription TEXT NOT NULL,
            at INTEGER NOT NULL,
            json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX subscription_events_latest ON subscription_events (at DESC, id DESC);
        CREATE INDEX subscription_events_of_one ON subscription_events (subscription, at DESC, id DESC);
        CREATE TABLE delivery_attempts (
            id TEXT PRIMARY KEY,
            subscription TEXT NOT NULL,
            at INTEGER NOT NULL,
            place INTEGER NOT NULL,
            delivered INTEGER NOT NULL,
            json TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX delivery_attempts_latest ON delivery_attempts (subscription, at DESC, place DESC, id);
        CREATE INDEX delivery_attempts_by_age ON delivery_attempts (at);
        CREATE TABLE digest_issues (
            subscription TEXT NOT NULL,
            number INTEGER NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (subscription, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE digest_papers (subscription TEXT NOT NULL, paper TEXT NOT NULL, PRIMARY KEY (subscription, paper)) STRICT, WITHOUT ROWID;
        """;
}
