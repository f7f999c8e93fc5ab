namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Removes a paper that turned out to be another. Runs inside a write.</summary>
internal static class PaperRemoval
{
    private static readonly string[] Tables = ["contents", "claims", "topics", "paper_topics", "aliases", "sightings"];

    /// <summary>Gives keys and sightings of a row to the row that stays, and deletes it with its sections.</summary>
    public static void Into(SqliteSession session, long kept, long gone)
    {
        session.Run("UPDATE aliases SET paper = ?1 WHERE paper = ?2", kept, gone);
        session.Run("UPDATE OR IGNORE sightings SET paper = ?1 WHERE paper = ?2", kept, gone);
        foreach (var table in Tables)
        {
            session.Run($"DELETE FROM {table} WHERE paper = ?1", gone);
        }

        session.Run("DELETE FROM paper_words WHERE rowid = ?1", gone);
        session.Run("DELETE FROM claim_words WHERE rowid = ?1", gone);
        session.Run("DELETE FROM papers WHERE pk = ?1", gone);
    }
}
