namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>The keys by which papers are found; several papers may have one.</summary>
internal static class PaperKeys
{
    /// <summary>Row numbers of the papers with a key.</summary>
    public static IReadOnlyList<long> Find(SqliteSession session, string key)
        => session.List("SELECT paper FROM aliases WHERE alias = ?1", row => row.GetInt64(0), key);

    /// <summary>Gives a paper keys, those it has already among them.</summary>
    public static void Add(SqliteSession session, long pk, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            session.Run("INSERT INTO aliases (alias, paper) VALUES (?1, ?2) ON CONFLICT DO NOTHING", key, pk);
        }
    }

    /// <summary>Takes keys from a paper.</summary>
    public static void Delete(SqliteSession session, long pk, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            session.Run("DELETE FROM aliases WHERE alias = ?1 AND paper = ?2", key, pk);
        }
    }
}
