using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>The timelines: one row an entry, numbered within its paper. Writing runs inside a write.</summary>
internal static class TimelineRows
{
    /// <summary>Their table.</summary>
    public const string Sql = """
        CREATE TABLE timeline (
            paper INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (paper, seq)
        ) STRICT, WITHOUT ROWID
        """;

    /// <summary>Adds an entry; the oldest goes when there are too many.</summary>
    public static void Add(SqliteSession session, long pk, TimelineEntry entry)
    {
        var seq = session.Number(
            """
            INSERT INTO timeline (paper, seq, json)
            VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM timeline WHERE paper = ?1), ?2) RETURNING seq
            """,
            pk, JsonSerializer.Serialize(entry, PaperJson.Options));
        if (seq > PaperTimeline.MaxEntries)
        {
            session.Run("DELETE FROM timeline WHERE paper = ?1 AND seq <= ?2", pk, seq - PaperTimeline.MaxEntries);
        }
    }

    public static void AddAll(SqliteSession session, long pk, IReadOnlyList<TimelineEntry> entries)
    {
        foreach (var entry in entries)
        {
            Add(session, pk, entry);
        }
    }

    public static List<TimelineEntry> Get(SqliteSession session, long pk)
        => session.List(
            "SELECT json FROM timeline WHERE paper = ?1 ORDER BY seq",
            row => JsonSerializer.Deserialize<TimelineEntry>(row.GetString(0), PaperJson.Options)!,
            pk);

    /// <summary>Gives one of several papers that become one the timelines of all.</summary>
    public static void Join(SqliteSession session, long pk, IReadOnlyList<PaperRow> papers)
    {
        var entries = PaperTimeline.Join(papers.SelectMany(paper => Get(session, paper.Pk)));
        Delete(session, pk);
        AddAll(session, pk, entries);
    }

    public static void Delete(SqliteSession session, long pk) => session.Run("DELETE FROM timeline WHERE paper = ?1", pk);
}
