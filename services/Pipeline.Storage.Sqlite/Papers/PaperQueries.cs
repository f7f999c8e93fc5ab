using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Which papers a query asks for, and how each is read.</summary>
internal static class PaperQueries
{
    /// <summary>Row numbers of the papers, in the order asked for.</summary>
    /// <exception cref="ArgumentException">Rank order was asked for without a listing.</exception>
    public static IReadOnlyList<long> Keys(SqliteSession session, PaperQuery query)
    {
        if (query is { Order: PaperOrder.Rank, ListingId: null })
        {
            throw new ArgumentException("Papers have a rank only in a listing: give ListingId too.", nameof(query));
        }

        var sql = new StringBuilder("SELECT p.pk FROM papers p");
        var values = new List<object?>();
        Add(" JOIN sightings s ON s.paper = p.pk AND s.listing_id =", query.ListingId);
        sql.Append(" WHERE 1");
        Add(" AND p.pk IN (SELECT rowid FROM paper_words WHERE paper_words MATCH", TextWords.Match(query.Text), ")");
        PaperSources.AddFilter(query.SourceId, sql, values);
        TopicQueries.AddFilter(query, sql, values);
        PaperPlaces.AddAfter(query.After, inclusive: false, sql, values);
        sql.Append(query.Order == PaperOrder.Rank ? " ORDER BY s.rank, p.id" : " ORDER BY p.observed_at DESC, p.id");
        Add(" LIMIT", (long?)query.Limit);
        return session.List(sql.ToString(), row => row.GetInt64(0), [.. values]);

        void Add(string before, object? value, string after = "")
        {
            if (value is not null)
            {
                values.Add(value);
                sql.Append(CultureInfo.InvariantCulture, $"{before} ?{values.Count}{after}");
            }
        }
    }

    /// <summary>Reads one paper whole.</summary>
    public static EnrichedPaper Get(SqliteSession session, long pk)
    {
        using var row = session.Read(
            """
            SELECT c.json, p.pending, p.completion, k.json, t.json
            FROM papers p JOIN contents c ON c.paper = p.pk
                LEFT JOIN claims k ON k.paper = p.pk LEFT JOIN topics t ON t.paper = p.pk
            WHERE p.pk = ?1
            """,
            pk);
        row.Read();
        return Json<EnrichedPaper>(row, 0)! with
        {
            Pending = row.GetBoolean(1),
            Enriched = Json<Completion>(row, 2),
            Claims = Json<ClaimsSection>(row, 3),
            Topics = Json<TopicsSection>(row, 4),
        };
    }

    private static T? Json<T>(SqliteDataReader row, int column)
        where T : class
        => row.IsDBNull(column) ? null : JsonSerializer.Deserialize<T>(row.GetFieldValue<byte[]>(column), PaperJson.Options);
}
