using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Sqlite.Changes;
using Pipeline.Storage.Sqlite.Failures;
using Pipeline.Storage.Sqlite.Papers;
using Pipeline.Storage.Sqlite.Pausing;
using Pipeline.Storage.Sqlite.Reprocessing;
using Pipeline.Storage.Sqlite.Sources;
using Pipeline.Storage.Sqlite.Subscriptions;

namespace Pipeline.Storage.Sqlite;

/// <summary>Tables of the database, and the version they are at.</summary>
internal static class SqliteSchema
{
    // Small rows in `papers` are what counting, sweeping and completing touch; the large texts stand apart, because
    // SQLite writes a row as a whole. Times are milliseconds since 1970. The words of the two search tables come cut
    // and in lower case, so the tokenizer only has to split at spaces: it then agrees with SearchWords to the letter.
    private const string First = """
        CREATE TABLE papers (
            pk INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            revision TEXT NOT NULL,
            observed_at INTEGER NOT NULL,
            pending INTEGER NOT NULL,
            sweep_at INTEGER NOT NULL,
            sweeps INTEGER NOT NULL,
            claims_revision TEXT,
            claims_version TEXT,
            claim_count INTEGER NOT NULL DEFAULT 0,
            topics_revision TEXT,
            topics_version TEXT,
            topic_count INTEGER NOT NULL DEFAULT 0,
            completion TEXT
        ) STRICT;
        CREATE INDEX papers_by_age ON papers (observed_at DESC, id);
        CREATE INDEX papers_pending ON papers (sweep_at, id) WHERE pending = 1;

        CREATE TABLE contents (paper INTEGER PRIMARY KEY REFERENCES papers, json TEXT NOT NULL) STRICT;
        CREATE TABLE claims (paper INTEGER PRIMARY KEY REFERENCES papers, json TEXT NOT NULL) STRICT;
        CREATE TABLE topics (paper INTEGER PRIMARY KEY REFERENCES papers, json TEXT NOT NULL) STRICT;

        CREATE TABLE aliases (alias TEXT PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers) STRICT, WITHOUT ROWID;
        CREATE TABLE sightings (
            listing_id TEXT NOT NULL,
            paper INTEGER NOT NULL REFERENCES papers,
            rank INTEGER NOT NULL,
            PRIMARY KEY (listing_id, paper)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE paper_topics (
            topic TEXT NOT NULL,
            paper INTEGER NOT NULL REFERENCES papers,
            PRIMARY KEY (topic, paper)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX paper_topics_by_paper ON paper_topics (paper);

        CREATE VIRTUAL TABLE paper_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = ascii);
        CREATE VIRTUAL TABLE claim_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = ascii);

        CREATE TABLE listings (
            id TEXT PRIMARY KEY,
            source_id TEXT NOT NULL,
            fetched_at INTEGER NOT NULL,
            waiting INTEGER NOT NULL,
            sweep_at INTEGER,
            json TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX listings_by_source ON listings (source_id, fetched_at DESC, id);
        CREATE INDEX listings_waiting ON listings (fetched_at, id) WHERE waiting = 1;
        """;

    // Several papers may have a key, so that a title they share leads to whichever a listing means. Both tables say what
    // the papers' JSON says; without a foreign key, because removing a paper would look through all of their rows.
    private const string SharedAliases = """
        DROP TABLE aliases;
        CREATE TABLE aliases (alias TEXT NOT NULL, paper INTEGER NOT NULL, PRIMARY KEY (alias, paper)) STRICT, WITHOUT ROWID;
        INSERT OR IGNORE INTO aliases SELECT id, pk FROM papers;
        INSERT OR IGNORE INTO aliases SELECT a.value, c.paper FROM contents c, json_each(c.json, '$.aliases') a;

        DROP TABLE sightings;
        CREATE TABLE sightings (
            listing_id TEXT NOT NULL,
            paper INTEGER NOT NULL,
            rank INTEGER NOT NULL,
            PRIMARY KEY (listing_id, paper)
        ) STRICT, WITHOUT ROWID;
        INSERT OR IGNORE INTO sightings
            SELECT s.value ->> 'listingId', c.paper, s.value ->> 'rank' FROM contents c, json_each(c.json, '$.sightings') s;
        """;

    // What claims name and measure, as ClaimKeys spells it.
    private const string NamesOfClaims = """
        CREATE TABLE claim_keys (key TEXT NOT NULL, paper INTEGER NOT NULL, PRIMARY KEY (key, paper)) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_keys_by_paper ON claim_keys (paper);
        """;

    // By what topics are counted: a paper's day, the source that showed it, and how sure each topic is.
    private const string TopicsOverTime = """
        ALTER TABLE papers ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
        UPDATE papers SET day = coalesce((
            SELECT CAST(floor(julianday(coalesce(c.json ->> '$.publishedAt', c.json ->> '$.listedAt', c.json ->> '$.observedAt')) - 2440587.5) AS INTEGER)
            FROM contents c WHERE c.paper = papers.pk), 0);
        CREATE INDEX papers_by_day ON papers (day);

        ALTER TABLE paper_topics ADD COLUMN score REAL NOT NULL DEFAULT 0;
        UPDATE paper_topics SET score = coalesce((
            SELECT a.value ->> 'score' FROM topics t, json_each(t.json, '$.analysis.topics') a
            WHERE t.paper = paper_topics.paper AND a.value ->> 'id' = paper_topics.topic), 0);

        ALTER TABLE sightings ADD COLUMN source_id TEXT NOT NULL DEFAULT '';
        UPDATE sightings SET source_id = coalesce((
            SELECT s.value ->> 'sourceId' FROM contents c, json_each(c.json, '$.sightings') s
            WHERE c.paper = sightings.paper AND s.value ->> 'listingId' = sightings.listing_id), '');
        CREATE INDEX sightings_by_paper ON sightings (paper, source_id);
        """;

    private const int VersionWithClaimKeys = 4;

    // What leads from each version to the next; the first starts from nothing. Steps that were released never change.
    private static readonly string[] Steps =
    [
        First, SourceTables.Sql, SharedAliases, NamesOfClaims, TopicsOverTime, ReprocessTables.Sql, FailureTables.Sql, SqlitePauseStore.Table,
        TimelineRows.Sql, ChangeRows.Sql, SubscriptionTables.Sql,
    ];

    /// <summary>Written to <c>user_version</c>; one higher with each change of the tables.</summary>
    public static int Version => Steps.Length;

    /// <summary>Creates the tables in an empty database, brings those of an older version up to date, leaves current ones alone. Runs inside a write.</summary>
    /// <exception cref="StoreUnusableException">The file holds something else, or tables of a newer version.</exception>
    public static void Create(SqliteSession session, string file)
    {
        var version = session.Number("PRAGMA user_version");
        if (version == Version)
        {
            return;
        }

        if (version > Version)
        {
            throw new StoreUnusableException(
                $"The database {file} was written by a newer version of this program (schema {version}, known is {Version}). "
                + "Start that version, or choose another with --data.");
        }

        if (version <= 0 && session.Number("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new StoreUnusableException(
                $"The database {file} belongs to another program. Move it away, or choose another with --data.");
        }

        foreach (var step in Steps.Skip((int)version))
        {
            foreach (var statement in step.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                session.Run(statement);
            }
        }

        if (version < VersionWithClaimKeys)
        {
            ClaimKeyRows.AddAll(session);
        }

        session.Run($"PRAGMA user_version = {Version}");
    }
}
