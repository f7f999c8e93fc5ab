using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Merges listed papers into the tables. Runs inside a write.</summary>
internal static class PaperUpsert
{
    /// <summary>Merges papers one after another.</summary>
    /// <returns>Where each stands after all of them, in the order given.</returns>
    public static IReadOnlyList<UpsertOutcome> ApplyAll(
        SqliteSession session, Observation observation, IReadOnlyList<ParsedPaper> listed, CancellationToken cancellationToken)
    {
        var ids = new List<string>(listed.Count);
        var last = new Dictionary<string, UpsertOutcome>(StringComparer.Ordinal);
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var paper in listed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = Apply(session, observation, paper);
            ids.Add(outcome.PaperId);
            last[outcome.PaperId] = outcome;
            moved.Remove(outcome.PaperId);
            foreach (var former in outcome.Joined)
            {
                moved[former] = outcome.PaperId;
            }
        }

        return [.. ids.Select(id => last[Follow(moved, id)])];
    }

    private static string Follow(Dictionary<string, string> moved, string id)
    {
        while (moved.TryGetValue(id, out var next))
        {
            id = next;
        }

        return id;
    }

    private static UpsertOutcome Apply(SqliteSession session, Observation observation, ParsedPaper listed)
    {
        var stored = PaperRow.Find(session, listed);
        var merged = PaperMerge.Join([.. stored.Select(row => row.Content)], listed, observation);
        if (stored.Count == 0)
        {
            Insert(session, merged, observation);
            return UpsertOutcome.Of(merged, observation);
        }

        var kept = SectionStamps.Richest(merged.Revision, merged.Id, stored, row => row.Stamps);
        if (stored.Count > 1)
        {
            TimelineRows.Join(session, kept.Pk, stored);
        }

        TimelineRows.AddAll(session, kept.Pk, PaperTimeline.OfMerge([.. stored.Select(row => row.Content)], merged, observation));
        foreach (var other in stored.Where(row => row.Pk != kept.Pk))
        {
            PaperRemoval.Remove(session, other);
        }

        return Save(session, kept, merged, observation);
    }

    /// <summary>Marks a paper withdrawn.</summary>
    /// <returns>Null when no paper has that key.</returns>
    public static UpsertOutcome? Withdraw(SqliteSession session, Observation observation, SourceAuthority authority, string key)
    {
        if (PaperRow.Find(session, key) is not { } stored)
        {
            return null;
        }

        var merged = PaperMerge.Withdraw(stored.Content, authority, observation);
        TimelineRows.AddAll(session, stored.Pk, PaperTimeline.OfMerge([stored.Content], merged, observation));
        return Save(session, stored, merged, observation);
    }

    private static UpsertOutcome Save(SqliteSession session, PaperRow stored, EnrichedPaper merged, Observation observation)
    {
        var pending = !stored.Stamps.AreAt(merged.Revision);
        if (!ReferenceEquals(merged, stored.Content))
        {
            Update(session, stored, merged, observation, pending);
        }

        return UpsertOutcome.Of(merged with { Pending = pending, Enriched = stored.Completion }, observation);
    }

    private static void Insert(SqliteSession session, EnrichedPaper paper, Observation observation)
    {
        var pk = session.Number(
            """
            INSERT INTO papers (id, revision, observed_at, pending, sweep_at, sweeps, day) VALUES (?1, ?2, ?3, 1, ?4, 0, ?5) RETURNING pk
            """,
            paper.Id, paper.Revision, paper.ObservedAt.ToUnixTimeMilliseconds(), observation.StoredAt.ToUnixTimeMilliseconds(), DayOf(paper));
        session.Run("INSERT INTO contents (paper, json) VALUES (?1, ?2)", pk, JsonSerializer.Serialize(paper, PaperJson.Options));
        PaperKeys.Add(session, pk, [paper.Id, .. paper.Aliases]);
        PaperSightings.Add(session, pk, paper.Sightings);
        session.Run("INSERT INTO paper_words (rowid, words) VALUES (?1, ?2)", pk, TextWords.Row(paper.Title, paper.Abstract));
        TimelineRows.AddAll(session, pk, PaperTimeline.OfMerge([], paper, observation));
    }

    private static void Update(SqliteSession session, PaperRow stored, EnrichedPaper paper, Observation observation, bool pending)
    {
        session.Run("UPDATE contents SET json = ?2 WHERE paper = ?1", stored.Pk, JsonSerializer.Serialize(paper, PaperJson.Options));
        PaperSightings.Delete(session, stored.Pk, stored.Content.Sightings.Except(paper.Sightings));
        PaperSightings.Add(session, stored.Pk, paper.Sightings.Except(stored.Content.Sightings));
        PaperKeys.Add(session, stored.Pk, paper.Aliases.Except(stored.Content.Aliases, StringComparer.Ordinal));

        if (paper.Id != stored.Content.Id)
        {
            session.Run("UPDATE papers SET id = ?2 WHERE pk = ?1", stored.Pk, paper.Id);
        }

        if (DayOf(paper) is var day && day != DayOf(stored.Content))
        {
            session.Run("UPDATE papers SET day = ?2 WHERE pk = ?1", stored.Pk, day);
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

    private static long DayOf(EnrichedPaper paper)
        => TopicPeriods.DaysSince1970(DateOnly.FromDateTime((paper.PublishedAt ?? paper.ListedAt ?? paper.ObservedAt).UtcDateTime));
}
