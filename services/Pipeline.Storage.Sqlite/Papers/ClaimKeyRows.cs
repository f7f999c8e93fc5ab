using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>The names by which claims are found. Runs inside a write.</summary>
internal static class ClaimKeyRows
{
    private const int PageSize = 500;

    public static void Add(SqliteSession session, long pk, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            session.Run("INSERT INTO claim_keys (key, paper) VALUES (?1, ?2) ON CONFLICT DO NOTHING", key, pk);
        }
    }

    public static void Delete(SqliteSession session, long pk) => session.Run("DELETE FROM claim_keys WHERE paper = ?1", pk);

    /// <summary>Adds the keys of claims that were stored before there was a table for them.</summary>
    public static void AddAll(SqliteSession session)
    {
        var last = 0L;
        while (session.List(
            "SELECT paper, json FROM claims WHERE paper > ?1 ORDER BY paper LIMIT ?2",
            row => (Pk: row.GetInt64(0), Json: row.GetFieldValue<byte[]>(1)), last, (long)PageSize) is { Count: > 0 } page)
        {
            foreach (var (pk, json) in page)
            {
                Add(session, pk, KeysIn(json));
                last = pk;
            }
        }
    }

    // A section that cannot be read is not found either; it must not keep the store from opening.
    private static IReadOnlyList<string> KeysIn(byte[] json)
    {
        try
        {
            return ClaimKeys.Of(JsonSerializer.Deserialize<StoredClaims>(json, PaperJson.Options)!.Analysis.Claims);
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
