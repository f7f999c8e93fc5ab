using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>The listings in which papers were seen, as their JSON says.</summary>
internal static class PaperSightings
{
    public static void Add(SqliteSession session, long pk, IEnumerable<Sighting> sightings)
    {
        foreach (var sighting in sightings)
        {
            session.Run(
                """
                INSERT INTO sightings (listing_id, paper, rank, source_id) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET rank = excluded.rank WHERE rank <> excluded.rank
                """,
                sighting.ListingId, pk, (long)sighting.Rank, sighting.SourceId);
        }
    }

    public static void Delete(SqliteSession session, long pk, IEnumerable<Sighting> sightings)
    {
        foreach (var sighting in sightings)
        {
            session.Run("DELETE FROM sightings WHERE listing_id = ?1 AND paper = ?2", sighting.ListingId, pk);
        }
    }
}
