using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Where a paper stands, for deciding on a section.</summary>
internal sealed record PaperStanding
{
    public required long Pk { get; init; }

    public required string Revision { get; init; }

    public required bool Pending { get; init; }

    public required string? ClaimsRevision { get; init; }

    public required string? ClaimsVersion { get; init; }

    public required string? TopicsRevision { get; init; }

    public required string? TopicsVersion { get; init; }

    public required Completion? Completion { get; init; }

    public required PaperTexts Texts { get; init; }

    public bool IsComplete => ClaimsRevision == Revision && TopicsRevision == Revision;

    /// <summary>Whether the current revision has been completed.</summary>
    public bool WasCompleted => IsComplete && !Pending && Completion?.Revision == Revision;

    /// <summary>Finds a paper by its key.</summary>
    public static PaperStanding? Find(SqliteSession session, string id)
    {
        using var row = session.Read(
            """
            SELECT p.pk, p.revision, p.pending, p.claims_revision, p.claims_version, p.topics_revision, p.topics_version,
                p.completion, c.json
            FROM papers p JOIN contents c ON c.paper = p.pk WHERE p.id = ?1
            """,
            id);
        return !row.Read() ? null : new()
        {
            Pk = row.GetInt64(0),
            Revision = row.GetString(1),
            Pending = row.GetBoolean(2),
            ClaimsRevision = Text(3),
            ClaimsVersion = Text(4),
            TopicsRevision = Text(5),
            TopicsVersion = Text(6),
            Completion = Text(7) is { } json ? JsonSerializer.Deserialize<Completion>(json, PaperJson.Options) : null,
            Texts = JsonSerializer.Deserialize<PaperTexts>(row.GetFieldValue<byte[]>(8), PaperJson.Options)!,
        };

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    /// <summary>Whether the stage has written a section, at whatever revision.</summary>
    public bool Has(string stage) => (stage == SectionRow.Claims ? ClaimsRevision : TopicsRevision) is not null;

    /// <summary>The same with a section of the stage at the current revision.</summary>
    public PaperStanding With(SectionRow row) => row.Stage == SectionRow.Claims
        ? this with { ClaimsRevision = row.Revision, ClaimsVersion = row.Version }
        : this with { TopicsRevision = row.Revision, TopicsVersion = row.Version };
}

/// <summary>The texts of a paper and its date, read from its content without the rest.</summary>
internal sealed record PaperTexts(string Title, string Abstract, DateTimeOffset? PublishedAt = null);
