using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Changes;

/// <summary>The change log: one row an entry, and one for each of its topics and sources. Writing runs inside a write.</summary>
internal static class ChangeRows
{
    // Rows are never removed: an entry that is no longer kept loses its payload and labels, and keeps its place.
    public const string Sql = """
        CREATE TABLE changes (
            sequence INTEGER PRIMARY KEY,
            event_id TEXT NOT NULL UNIQUE,
            paper_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            revision TEXT NOT NULL,
            at INTEGER NOT NULL,
            topics TEXT NOT NULL,
            sources TEXT NOT NULL,
            json BLOB
        ) STRICT;
        CREATE INDEX changes_by_paper ON changes (paper_id);
        CREATE INDEX changes_trimmed ON changes (sequence) WHERE json IS NULL;
        CREATE TABLE change_labels (label TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (label, sequence)) STRICT, WITHOUT ROWID;
        """;

    public const string Last = "SELECT coalesce(max(sequence), 0) FROM changes";

    public const string Trimmed = "SELECT coalesce(max(sequence), 0) FROM changes WHERE json IS NULL";

    private const string Columns = "SELECT c.sequence, c.event_id, c.paper_id, c.kind, c.revision, c.at, c.topics, c.sources, c.json FROM changes c";

    public static void Add(SqliteSession session, Change change)
    {
        session.Run(
            "INSERT INTO changes (sequence, event_id, paper_id, kind, revision, at, topics, sources, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            change.Sequence,
            SourceColumns.Key(change.EventId),
            change.PaperId,
            change.Kind.Word(),
            change.Revision,
            SourceColumns.Milliseconds(change.At),
            SourceColumns.Json(change.Topics),
            SourceColumns.Json(change.Sources),
            change.Json.ToArray());
        foreach (var label in change.Topics.Select(TopicLabel).Concat(change.Sources.Select(SourceLabel)))
        {
            session.Run("INSERT OR IGNORE INTO change_labels (label, sequence) VALUES (?1, ?2)", label, change.Sequence);
        }
    }

    /// <summary>Whether an event is or was in the log, and its entry while that is kept.</summary>
    public static bool TryFind(SqliteSession session, Guid eventId, out Change? change)
    {
        var found = session.List($"{Columns} WHERE c.event_id = ?1", Read, SourceColumns.Key(eventId));
        change = found.SingleOrDefault();
        return found.Count > 0;
    }

    public static bool IsComplete(SqliteSession session, string paperId)
        => session.Number("SELECT EXISTS (SELECT 1 FROM changes WHERE paper_id = ?1 AND kind <> 'withdrawn')", paperId) != 0;

    public static List<Change> After(SqliteSession session, long after, ChangeFilter filter, int limit)
    {
        // Which statement it is depends on what is asked for; a value that none of its words name would be refused.
        var sql = $"{Columns} WHERE c.sequence > ?1 AND c.json IS NOT NULL";
        var values = new List<object?> { after, (long)limit };
        if (filter.Topics.Count > 0)
        {
            values.Add(SourceColumns.Json(filter.Topics.Select(TopicLabel)));
            sql += $" AND {Labelled($"IN (SELECT value FROM json_each(?{values.Count}))")}";
        }

        if (filter.Source is { } source)
        {
            values.Add(SourceLabel(source));
            sql += $" AND {Labelled($"= ?{values.Count}")}";
        }

        return session.List($"{sql} ORDER BY c.sequence LIMIT ?2", row => Read(row)!, [.. values]);
    }

    /// <summary>The last entry that is older, as are all before it; 0 when there is none.</summary>
    public static long OlderThan(SqliteSession session, DateTimeOffset before)
        => session.Number(
            $"SELECT coalesce((SELECT sequence - 1 FROM changes WHERE sequence > ({Trimmed}) AND at >= ?1 ORDER BY sequence LIMIT 1), ({Last}))",
            SourceColumns.Milliseconds(before));

    public static long Trim(SqliteSession session, long through)
    {
        session.Run("DELETE FROM change_labels WHERE sequence <= ?1", through);
        return session.Run("UPDATE changes SET json = NULL, topics = '[]', sources = '[]' WHERE sequence <= ?1 AND json IS NOT NULL", through);
    }

    private static string Labelled(string label)
        => $"c.sequence IN (SELECT sequence FROM change_labels WHERE label {label} AND sequence > ?1)";

    private static string TopicLabel(string topic) => $"topic:{topic}";

    private static string SourceLabel(string source) => $"source:{source}";

    private static Change? Read(SqliteDataReader row) => row.IsDBNull(8) ? null : new()
    {
        Sequence = row.GetInt64(0),
        EventId = Guid.Parse(row.GetString(1)),
        PaperId = row.GetString(2),
        Kind = ChangeKinds.OfWord(row.GetString(3)),
        Revision = row.GetString(4),
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        Topics = SourceColumns.FromJson<IReadOnlyList<string>>(row.GetString(6)),
        Sources = SourceColumns.FromJson<IReadOnlyList<string>>(row.GetString(7)),
        Json = row.GetFieldValue<byte[]>(8),
    };
}
