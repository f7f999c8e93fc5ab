using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>A paper as the tables hold it.</summary>
/// <param name="Pk">Number of its row.</param>
/// <param name="Content">The Parser's part, without sections.</param>
/// <param name="Stamps">From which revisions its sections were made.</param>
/// <param name="Completion">Which revision was last completed; null before the first.</param>
internal sealed record PaperRow(long Pk, EnrichedPaper Content, SectionStamps Stamps, Completion? Completion)
{
    /// <summary>Finds a paper by its key or any alias: of several, the one with that very key, else the first by key.</summary>
    public static PaperRow? Find(SqliteSession session, string key)
        => PaperKeys.Find(session, key).Select(pk => Get(session, pk))
            .OrderBy(row => row.Content.Id != key).ThenBy(row => row.Content.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Finds the stored papers that a listed one is; those that merely share a title are others.</summary>
    public static IReadOnlyList<PaperRow> Find(SqliteSession session, ParsedPaper listed)
    {
        var candidates = listed.Aliases.SelectMany(key => PaperKeys.Find(session, key)).Distinct().Select(pk => Get(session, pk)).ToList();
        return SamePapers.Choose(listed.Aliases, candidates, row => row.Content.Aliases, row => row.Content.Id);
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
        var completion = Text(row, 4) is { } json ? JsonSerializer.Deserialize<Completion>(json, PaperJson.Options) : null;
        return new(
            pk,
            JsonSerializer.Deserialize<EnrichedPaper>(row.GetFieldValue<byte[]>(0), PaperJson.Options)!,
            new(row.GetString(1), Text(row, 2), Text(row, 3), completion?.Revision),
            completion);
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
