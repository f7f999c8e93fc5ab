namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Removes a paper that turned out to be another. Runs inside a write.</summary>
internal static class PaperRemoval
{
    private static readonly string[] Sections = ["contents", "claims", "topics", "paper_topics", "claim_keys", "timeline"];

    /// <summary>Deletes a paper with its keys, sightings and sections; the paper that it is has to be given them after.</summary>
    public static void Remove(SqliteSession session, PaperRow gone)
    {
        PaperKeys.Delete(session, gone.Pk, [gone.Content.Id, .. gone.Content.Aliases]);
        PaperSightings.Delete(session, gone.Pk, gone.Content.Sightings);
        foreach (var table in Sections)
        {
            session.Run($"DELETE FROM {table} WHERE paper = ?1", gone.Pk);
        }

        session.Run("DELETE FROM paper_words WHERE rowid = ?1", gone.Pk);
        session.Run("DELETE FROM claim_words WHERE rowid = ?1", gone.Pk);
        session.Run("DELETE FROM papers WHERE pk = ?1", gone.Pk);
    }
}
