using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>A paper as the tables hold it.</summary>
/// <param name="Pk">Number of its row.</param>
/// <param name="Content">The Parser's part, without sections.</param>
/// <param name="Stamps">From which revisions its sections were made.</param>
internal sealed record PaperRow(long Pk, EnrichedPaper Content, SectionStamps Stamps)
{
    /// <summary>Finds a paper by its key or any alias: its key is the first of its aliases, and no two papers share one.</summary>
    public static PaperRow? Find(SqliteSession session, string key) => PkOf(session, key) is { } pk ? Get(session, pk) : null;

    /// <summary>Finds the stored papers that a listed one is; those that merely share a title are others.</summary>
    public static IReadOnlyList<PaperRow> Find(SqliteSession session, ParsedPaper listed)
    {
        var candidates = listed.Aliases.Select(key => PkOf(session, key)).OfType<long>().Distinct().Select(pk => Get(session, pk)).ToList();
        return SamePapers.Choose(listed.Aliases, candidates, row => row.Content.Aliases, row => row.Content.Id);
    }

    private static long? PkOf(SqliteSession session, string key)
    {
        using var row = session.Read("SELECT paper FROM aliases WHERE alias = ?1", key);
        return row.Read() ? row.GetInt64(0) : null;
    }

    private static PaperRow Get(SqliteSession session, long pk)
    {
        using var row = session.Read(
            """
            SELECT c.json, p.id, p.claims_revision, p.topics_revision, p.completion
            FROM papers p JOIN contents c ON c.paper = p.pk WHERE p.pk = ?1
            """,
            pk);
        row.Read();
        return new(
            pk,
            JsonSerializer.Deserialize<EnrichedPaper>(row.GetFieldValue<byte[]>(0), PaperJson.Options)!,
            new(row.GetString(1), Text(row, 2), Text(row, 3), CompletedIn(Text(row, 4))));
    }

    private static string? CompletedIn(string? completion)
        => completion is null ? null : JsonSerializer.Deserialize<Completion>(completion, PaperJson.Options)!.Revision;

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
