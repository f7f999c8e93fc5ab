using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Takes papers that wait too long. Runs inside a write.</summary>
internal static class PendingSweep
{
    // The wait stops doubling here, at 1,024 delays.
    private const int MostDoublings = 10;

    public static IReadOnlyList<PendingPaper> Take(SqliteSession session, DateTimeOffset now, TimeSpan delay, int limit)
    {
        var due = session.List(
            """
            SELECT p.pk, p.sweeps, p.id, p.revision, p.claims_revision IS NOT p.revision, p.topics_revision IS NOT p.revision, c.json
            FROM papers p JOIN contents c ON c.paper = p.pk
            WHERE p.pending = 1 AND p.sweep_at <= ?1 ORDER BY p.sweep_at, p.id LIMIT ?2
            """,
            row => (Pk: row.GetInt64(0), Sweeps: row.GetInt32(1), Paper: From(row)),
            now.ToUnixTimeMilliseconds(), (long)limit);
        foreach (var (pk, sweeps, _) in due)
        {
            var wait = (long)delay.TotalMilliseconds << Math.Min(sweeps, MostDoublings);
            session.Run(
                "UPDATE papers SET sweep_at = ?2, sweeps = sweeps + 1 WHERE pk = ?1", pk, now.ToUnixTimeMilliseconds() + wait);
        }

        return [.. due.Select(d => d.Paper)];
    }

    private static PendingPaper From(SqliteDataReader row)
    {
        var texts = JsonSerializer.Deserialize<PaperTexts>(row.GetFieldValue<byte[]>(6), PaperJson.Options)!;
        return new(row.GetString(2), row.GetString(3), texts.Title, texts.Abstract, row.GetBoolean(4), row.GetBoolean(5));
    }
}
