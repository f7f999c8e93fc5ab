namespace Pipeline.Storage.Sqlite.Sources;

/// <summary>Tables of sources and their fetches, and the order of listings: what schema version 2 adds.</summary>
internal static class SourceTables
{
    // Times are milliseconds since 1970; those of `hosts` are ticks, because a turn must not begin a part of a
    // millisecond too early. Days are texts such as 2026-01-31, which compare as the days do.
    public const string Sql = """
        CREATE TABLE sources (id TEXT PRIMARY KEY, json TEXT, paused_since INTEGER, scheduled_since INTEGER) STRICT, WITHOUT ROWID;
        CREATE TABLE day_answers (
            source_id TEXT NOT NULL,
            day TEXT NOT NULL,
            at INTEGER NOT NULL,
            complete INTEGER NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (source_id, day)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fetch_runs (
            id TEXT PRIMARY KEY,
            source_id TEXT NOT NULL,
            cause TEXT NOT NULL,
            open INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            json TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX fetch_runs_due ON fetch_runs (due_at, id) WHERE open = 1;
        CREATE INDEX fetch_runs_by_age ON fetch_runs (created_at DESC, id);
        CREATE INDEX fetch_runs_by_source ON fetch_runs (source_id, created_at DESC, id);
        CREATE TABLE backfills (
            id TEXT PRIMARY KEY,
            running INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            json TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hosts (
            host TEXT PRIMARY KEY,
            holder TEXT,
            held_until INTEGER NOT NULL,
            next_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fetch_cache (
            source_id TEXT NOT NULL,
            address TEXT NOT NULL,
            at INTEGER NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (source_id, address)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX listings_by_age ON listings (fetched_at, id);
        """;
}
