using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>A paper as the tables hold it.</summary>
/// <param name="Pk">Number of its row.</param>
/// <param name="Content">The Parser's part, without sections.</param>
/// <param name="ClaimsRevision">Revision of the claims; null without claims.</param>
/// <param name="TopicsRevision">Revision of the topics; null without topics.</param>
internal sealed record PaperRow(long Pk, EnrichedPaper Content, string? ClaimsRevision, string? TopicsRevision)
{
    /// <summary>Finds a paper by its key or any alias: its key is the first of its aliases, and no two papers share one.</summary>
    public static PaperRow? Find(SqliteSession session, string key)
    {
        using var reader = session.Read(
            """
            SELECT p.pk, c.json, p.claims_revision, p.topics_revision
            FROM aliases a JOIN papers p ON p.pk = a.paper JOIN contents c ON c.paper = a.paper WHERE a.alias = ?1
            """,
            key);
        return reader.Read() ? From(reader) : null;
    }

    /// <summary>Finds the stored paper that a listed one is; one that merely shares a title is another.</summary>
    public static PaperRow? Find(SqliteSession session, ParsedPaper listed)
        => listed.Aliases.Prepend(listed.Id).Distinct()
            .Select(key => Find(session, key))
            .FirstOrDefault(row => row is not null && PaperIdentity.MayBeSame(row.Content.Aliases, listed.Aliases));

    private static PaperRow From(SqliteDataReader row) => new(
        row.GetInt64(0),
        JsonSerializer.Deserialize<EnrichedPaper>(row.GetFieldValue<byte[]>(1), PaperJson.Options)!,
        row.IsDBNull(2) ? null : row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3));
}
