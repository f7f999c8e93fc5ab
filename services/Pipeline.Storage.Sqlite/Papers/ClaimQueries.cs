using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Which papers may have the claims asked for, and which of their claims do.</summary>
/// <remarks>Words are indexed per paper, which keeps writes cheap; whether they stand in one quote is looked up here.</remarks>
internal static class ClaimQueries
{
    /// <summary>Row numbers of papers whose claims together have all of the words, newest first.</summary>
    public static IReadOnlyList<long> Keys(SqliteSession session, ClaimQuery query)
    {
        const string select = "SELECT p.pk FROM papers p WHERE p.claim_count > 0 ";
        const string order = "ORDER BY p.observed_at DESC, p.id";
        return TextWords.Match(query.Text) is { } words
            ? session.List(
                select + "AND p.pk IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?1) " + order, row => row.GetInt64(0), words)
            : session.List(select + order, row => row.GetInt64(0));
    }

    /// <summary>The claims of one paper that the query asks for, in order of appearance.</summary>
    public static IReadOnlyList<ClaimHit> Hits(SqliteSession session, ClaimQuery query, long pk)
    {
        using var row = session.Read(
            """
            SELECT p.id, c.json, k.json
            FROM papers p JOIN contents c ON c.paper = p.pk JOIN claims k ON k.paper = p.pk WHERE p.pk = ?1
            """,
            pk);
        row.Read();
        var words = SearchWords.Of(query.Text);
        var claims = JsonSerializer.Deserialize<ClaimsOnly>(row.GetFieldValue<byte[]>(2), PaperJson.Options)!.Analysis.Claims
            .Where(claim => (query.Type is null || claim.Type == query.Type) && TextWords.Of(claim.Text).IsSupersetOf(words))
            .ToList();
        if (claims.Count == 0)
        {
            return [];
        }

        var id = row.GetString(0);
        var title = JsonSerializer.Deserialize<PaperTexts>(row.GetFieldValue<byte[]>(1), PaperJson.Options)!.Title;
        return [.. claims.Select(claim => new ClaimHit(id, title, claim))];
    }

    // The section without its sentences and quantities, which a search does not show.
    private sealed record ClaimsOnly(ClaimsOnly.Part Analysis)
    {
        internal sealed record Part(IReadOnlyList<Claim> Claims);
    }
}
