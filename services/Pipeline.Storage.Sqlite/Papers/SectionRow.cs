using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>A section made ready for its table, so that a write holds the database for as short as can be.</summary>
internal abstract record SectionRow(string PaperId, string Revision, string Version, DateTimeOffset At, StageAttempt Attempt, string Json)
{
    public const string Claims = StageNames.Claims;
    public const string Topics = StageNames.Topics;

    /// <summary>Name of the stage.</summary>
    public abstract string Stage { get; }

    /// <summary>The same without the section.</summary>
    public StageResult Result => new(Stage, Revision, Version, At, Attempt);

    /// <returns>Why the section cannot belong to a paper with these texts; null when it can.</returns>
    public abstract string? Problem(string title, string @abstract);

    /// <summary>Whether the stored section, of the same revision, says the same.</summary>
    public abstract bool SaysTheSame(SqliteSession session, long pk);

    /// <summary>Writes the section.</summary>
    /// <param name="session">The write it belongs to.</param>
    /// <param name="pk">Number of the paper's row.</param>
    /// <param name="replaces">Whether the paper has an earlier section of this stage, which then goes.</param>
    public abstract void Write(SqliteSession session, long pk, bool replaces);

    protected static TSection Stored<TSection>(SqliteSession session, string sql, long pk)
        => session.List(sql, row => JsonSerializer.Deserialize<TSection>(row.GetFieldValue<byte[]>(0), PaperJson.Options)!, pk).Single();
}

internal sealed record ClaimsRow(string PaperId, ClaimsSection Section, StageAttempt How) : SectionRow(
    PaperId, Section.Revision, Section.Version.ToString(), Section.At, How, JsonSerializer.Serialize(Section, PaperJson.Options))
{
    private readonly string _words = TextWords.Row([.. Section.Analysis.Claims.Select(c => c.Text)]);
    private readonly IReadOnlyList<string> _keys = ClaimKeys.Of(Section.Analysis.Claims);

    public override string Stage => Claims;

    public override string? Problem(string title, string @abstract) => Evidence.Problem(Section.Analysis, @abstract);

    public override bool SaysTheSame(SqliteSession session, long pk)
        => !EnrichmentDiff.Differ(Stored<ClaimsSection>(session, "SELECT json FROM claims WHERE paper = ?1", pk), Section);

    public override void Write(SqliteSession session, long pk, bool replaces)
    {
        session.Run("INSERT INTO claims (paper, json) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET json = excluded.json", pk, Json);
        session.Run(
            "UPDATE papers SET claims_revision = ?2, claims_version = ?3, claim_count = ?4 WHERE pk = ?1",
            pk, Revision, Version, (long)Section.Analysis.Claims.Count);
        if (replaces)
        {
            session.Run("DELETE FROM claim_words WHERE rowid = ?1", pk);
            ClaimKeyRows.Delete(session, pk);
        }

        session.Run("INSERT INTO claim_words (rowid, words) VALUES (?1, ?2)", pk, _words);
        ClaimKeyRows.Add(session, pk, _keys);
    }
}

internal sealed record TopicsRow(string PaperId, TopicsSection Section, StageAttempt How) : SectionRow(
    PaperId, Section.Revision, Section.Version.ToString(), Section.At, How, JsonSerializer.Serialize(Section, PaperJson.Options))
{
    public override string Stage => Topics;

    public override string? Problem(string title, string @abstract) => Evidence.Problem(Section.Analysis, title, @abstract);

    public override bool SaysTheSame(SqliteSession session, long pk)
        => !EnrichmentDiff.Differ(Stored<TopicsSection>(session, "SELECT json FROM topics WHERE paper = ?1", pk), Section);

    public override void Write(SqliteSession session, long pk, bool replaces)
    {
        session.Run("INSERT INTO topics (paper, json) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET json = excluded.json", pk, Json);
        session.Run(
            "UPDATE papers SET topics_revision = ?2, topics_version = ?3, topic_count = ?4 WHERE pk = ?1",
            pk, Revision, Version, (long)Section.Analysis.Topics.Count);
        if (replaces)
        {
            session.Run("DELETE FROM paper_topics WHERE paper = ?1", pk);
        }

        foreach (var topic in Section.Analysis.Topics)
        {
            session.Run("INSERT INTO paper_topics (topic, paper, score) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", topic.Id, pk, topic.Score);
        }
    }
}
