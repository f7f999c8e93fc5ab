using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Which papers may have the claims asked for, and which of their claims do.</summary>
/// <remarks>Words and names are indexed per paper, which keeps writes cheap; what one claim says is looked up here.</remarks>
internal static class ClaimQueries
{
    /// <summary>Row numbers of papers whose claims together have all of the words and names, newest first.</summary>
    public static IReadOnlyList<long> Keys(SqliteSession session, ClaimQuery query)
    {
        var sql = new StringBuilder("SELECT p.pk FROM papers p WHERE p.claim_count > 0");
        var values = new List<object?>();
        if (TextWords.Match(query.Text) is { } words)
        {
            values.Add(words);
            sql.Append(" AND p.pk IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?1)");
        }

        foreach (var key in ClaimKeys.Of(query))
        {
            values.Add(key);
            sql.Append(CultureInfo.InvariantCulture, $" AND p.pk IN (SELECT paper FROM claim_keys WHERE key = ?{values.Count})");
        }

        // A place in another order says nothing of this one.
        PaperPlaces.AddAfter(query.Order == ClaimOrder.Newest ? query.After?.Paper : null, inclusive: true, sql, values);
        sql.Append(" ORDER BY p.observed_at DESC, p.id");
        return session.List(sql.ToString(), row => row.GetInt64(0), [.. values]);
    }

    /// <summary>The claims of one paper that the filter lets through, in order of appearance.</summary>
    public static IReadOnlyList<ClaimHit> Hits(SqliteSession session, ClaimFilter filter, long pk)
    {
        using var row = session.Read(
            """
            SELECT p.id, c.json, k.json
            FROM papers p JOIN contents c ON c.paper = p.pk JOIN claims k ON k.paper = p.pk WHERE p.pk = ?1
            """,
            pk);
        if (!row.Read())
        {
            return [];
        }

        var section = JsonSerializer.Deserialize<StoredClaims>(row.GetFieldValue<byte[]>(2), PaperJson.Options)!;
        var paper = JsonSerializer.Deserialize<ClaimingTexts>(row.GetFieldValue<byte[]>(1), PaperJson.Options)!;
        return
        [
            .. filter.Hits(new()
            {
                Id = row.GetString(0),
                Title = paper.Title,
                PublishedAt = paper.PublishedAt,
                ListedAt = paper.ListedAt,
                ObservedAt = paper.ObservedAt,
                Revision = section.Revision,
                Version = section.Version,
                Claims = section.Analysis.Claims,
                MainStarts = section.Analysis.Sentences.Where(sentence => sentence.MainClaim).Select(sentence => sentence.Start).ToHashSet(),
            }),
        ];
    }
}
