using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Merges one listed paper into the tables. Runs inside a write.</summary>
internal static class PaperUpsert
{
    public static UpsertOutcome Apply(SqliteSession session, Observation observation, ParsedPaper listed)
    {
        var stored = PaperRow.Find(session, listed);
        var merged = PaperMerge.Apply(stored?.Content, listed, observation);
        if (stored is null)
        {
            Insert(session, merged, observation);
            return Outcome(merged, observation, pending: true);
        }

        var sectionsStand = stored.ClaimsRevision == merged.Revision && stored.TopicsRevision == merged.Revision;
        if (!ReferenceEquals(merged, stored.Content))
        {
            Update(session, stored, merged, observation, pending: !sectionsStand);
        }

        return Outcome(merged, observation, pending: !sectionsStand);
    }

    private static void Insert(SqliteSession session, EnrichedPaper paper, Observation observation)
    {
        var pk = session.Number(
            """
            INSERT INTO papers (id, revision, observed_at, pending, sweep_at, sweeps) VALUES (?1, ?2, ?3, 1, ?4, 0) RETURNING pk
            """,
            paper.Id, paper.Revision, paper.ObservedAt.ToUnixTimeMilliseconds(), observation.StoredAt.ToUnixTimeMilliseconds());
        session.Run("INSERT INTO contents (paper, json) VALUES (?1, ?2)", pk, JsonSerializer.Serialize(paper, PaperJson.Options));
        SaveAliases(session, pk, [paper.Id, .. paper.Aliases]);
        SaveSighting(session, pk, paper, observation);
        session.Run("INSERT INTO paper_words (rowid, words) VALUES (?1, ?2)", pk, TextWords.Row(paper.Title, paper.Abstract));
    }

    private static void Update(SqliteSession session, PaperRow stored, EnrichedPaper paper, Observation observation, bool pending)
    {
        session.Run("UPDATE contents SET json = ?2 WHERE paper = ?1", stored.Pk, JsonSerializer.Serialize(paper, PaperJson.Options));
        SaveSighting(session, stored.Pk, paper, observation);
        if (paper.Aliases.Count != stored.Content.Aliases.Count)
        {
            SaveAliases(session, stored.Pk, paper.Aliases);
        }

        if (paper.Revision != stored.Content.Revision)
        {
            session.Run(
                "UPDATE papers SET revision = ?2, observed_at = ?3, pending = ?4, sweep_at = ?5, sweeps = 0 WHERE pk = ?1",
                stored.Pk, paper.Revision, paper.ObservedAt.ToUnixTimeMilliseconds(), pending ? 1L : 0L, observation.StoredAt.ToUnixTimeMilliseconds());
            session.Run("DELETE FROM paper_words WHERE rowid = ?1", stored.Pk);
            session.Run("INSERT INTO paper_words (rowid, words) VALUES (?1, ?2)", stored.Pk, TextWords.Row(paper.Title, paper.Abstract));
        }
        else if (paper.ObservedAt != stored.Content.ObservedAt)
        {
            session.Run("UPDATE papers SET observed_at = ?2 WHERE pk = ?1", stored.Pk, paper.ObservedAt.ToUnixTimeMilliseconds());
        }
    }

    // An alias that another paper has stays with its first owner.
    private static void SaveAliases(SqliteSession session, long pk, IReadOnlyList<string> aliases)
    {
        foreach (var alias in aliases)
        {
            session.Run("INSERT INTO aliases (alias, paper) VALUES (?1, ?2) ON CONFLICT DO NOTHING", alias, pk);
        }
    }

    private static void SaveSighting(SqliteSession session, long pk, EnrichedPaper paper, Observation observation)
    {
        if (paper.Sightings.FirstOrDefault(s => s.ListingId == observation.ListingId) is { } sighting)
        {
            session.Run(
                """
                INSERT INTO sightings (listing_id, paper, rank) VALUES (?1, ?2, ?3)
                ON CONFLICT DO UPDATE SET rank = excluded.rank WHERE rank <> excluded.rank
                """,
                sighting.ListingId, pk, (long)sighting.Rank);
        }
    }

    private static UpsertOutcome Outcome(EnrichedPaper paper, Observation observation, bool pending)
    {
        var change = paper.FirstListingId == observation.ListingId ? PaperChange.New
            : paper.ContentListingId == observation.ListingId ? PaperChange.Changed
            : PaperChange.Unchanged;
        return new(paper.Id, change, paper.Revision, paper.Title, paper.Abstract, pending);
    }
}
