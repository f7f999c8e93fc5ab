using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Reprocessing;

/// <summary>What papers on their way in a run had before.</summary>
internal static class DigestRows
{
    public static int Keep(SqliteSession session, Guid run, IReadOnlyList<KeptDigest> digests)
        => digests.Sum(kept => session.Run(
            "INSERT INTO reprocess_digests (run, paper, revision, json) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            SourceColumns.Key(run), kept.PaperId, kept.Revision, SourceColumns.Json(kept.Digest)));

    public static IReadOnlyList<KeptDigest> Read(SqliteSession session, Guid run, IReadOnlyList<string> paperIds)
        => session.List(
            "SELECT paper, revision, json FROM reprocess_digests WHERE run = ?1 AND paper IN (SELECT value FROM json_each(?2))",
            row => new KeptDigest(row.GetString(0), row.GetString(1), SourceColumns.FromJson<SectionDigest>(row.GetString(2))),
            SourceColumns.Key(run), SourceColumns.Json(paperIds));

    public static int Forget(SqliteSession session, Guid run, IReadOnlyList<string> paperIds)
        => session.Run(
            "DELETE FROM reprocess_digests WHERE run = ?1 AND paper IN (SELECT value FROM json_each(?2))",
            SourceColumns.Key(run), SourceColumns.Json(paperIds));

    public static int ForgetEnded(SqliteSession session)
        => session.Run(
            "DELETE FROM reprocess_digests WHERE run NOT IN (SELECT id FROM reprocess_runs WHERE json ->> '$.state' IN ('running', 'paused'))");
}
