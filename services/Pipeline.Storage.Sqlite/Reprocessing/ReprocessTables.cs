namespace Pipeline.Storage.Sqlite.Reprocessing;

/// <summary>Tables and indexes for doing papers again: what schema version 6 adds.</summary>
internal static class ReprocessTables
{
    // `held_until` is in ticks, as a turn at a host is: a lease must not end a part of a millisecond too early.
    public const string Sql = """
        CREATE TABLE reprocess_runs (
            id TEXT PRIMARY KEY,
            running INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            holder TEXT,
            held_until INTEGER NOT NULL DEFAULT 0,
            json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX reprocess_runs_by_age ON reprocess_runs (created_at DESC, id);
        CREATE INDEX reprocess_runs_running ON reprocess_runs (created_at, id) WHERE running = 1;
        CREATE TABLE reprocess_digests (
            run TEXT NOT NULL,
            paper TEXT NOT NULL,
            revision TEXT NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (run, paper, revision)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX papers_by_claims_version ON papers (claims_version, id);
        CREATE INDEX papers_by_topics_version ON papers (topics_version, id);
        """;
}
