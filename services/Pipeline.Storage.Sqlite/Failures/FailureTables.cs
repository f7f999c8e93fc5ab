namespace Pipeline.Storage.Sqlite.Failures;

/// <summary>Table and indexes of messages that failed: what schema version 7 adds.</summary>
internal static class FailureTables
{
    // The columns are what counts; what the JSON says of the same is not read. The body stands last, so that lists need not read over it.
    public const string Sql = """
        CREATE TABLE failures (
            id TEXT PRIMARY KEY,
            sequence INTEGER NOT NULL,
            state TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            stage TEXT NOT NULL,
            cause TEXT NOT NULL,
            likeness TEXT NOT NULL,
            first_failed_at INTEGER NOT NULL,
            last_failed_at INTEGER NOT NULL,
            json TEXT NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX failures_due ON failures (due_at, id) WHERE state = 'waiting';
        CREATE INDEX failures_by_state ON failures (state, last_failed_at DESC, id);
        """;
}
