using System.Globalization;
using System.Text;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Finds papers by their topics, and counts them by topic and time.</summary>
internal static class TopicQueries
{
    // 1970 began on a Thursday. The second remainder is for days before it.
    private const string Monday = "p.day - ((p.day + 3) % 7 + 7) % 7";
    private const string Month = "CAST(strftime('%Y', p.day * 86400, 'unixepoch') AS INTEGER) * 12 + CAST(strftime('%m', p.day * 86400, 'unixepoch') AS INTEGER) - 1";

    /// <summary>Adds conditions on <c>p</c>, the table of papers, and their values.</summary>
    public static void AddFilter(PaperQuery query, StringBuilder sql, List<object?> values)
    {
        foreach (var anyOf in query.Topics)
        {
            sql.Append(" AND p.pk IN (SELECT paper FROM paper_topics WHERE topic IN (");
            sql.AppendJoin(", ", anyOf.Select(topic => Value(topic, values)));
            sql.Append(')');
            if (query.MinScore is { } least)
            {
                sql.Append(CultureInfo.InvariantCulture, $" AND score >= {Value(least, values)}");
            }

            sql.Append(')');
        }

        if (query.WithoutTopic)
        {
            sql.Append(" AND p.topics_revision IS NOT NULL AND p.topic_count = 0");
        }
    }

    /// <summary>Papers by topic and period, both in order.</summary>
    public static IReadOnlyList<TopicCount> Count(SqliteSession session, TopicCountQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var values = new List<object?>();
        var sql = new StringBuilder("SELECT t.topic, ");
        sql.Append(query.By switch { TopicPeriod.Week => Monday, TopicPeriod.Month => Month, _ => "p.day" });
        sql.Append(" AS period, count(*) FROM papers p JOIN paper_topics t ON t.paper = p.pk WHERE 1");
        Add("p.day >=", query.Since is { } since ? (long)TopicPeriods.DaysSince1970(since) : null);
        Add("p.day <=", query.Until is { } until ? (long)TopicPeriods.DaysSince1970(until) : null);
        PaperSources.AddFilter(query.SourceId, sql, values);
        sql.Append(" GROUP BY t.topic, period ORDER BY t.topic, period");
        return session.List(
            sql.ToString(), row => new TopicCount(row.GetString(0), query.By.FromNumber(row.GetInt64(1)), row.GetInt64(2)), [.. values]);

        void Add(string before, object? value)
        {
            if (value is not null)
            {
                sql.Append(CultureInfo.InvariantCulture, $" AND {before} {Value(value, values)}");
            }
        }
    }

    private static string Value(object value, List<object?> values)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{values.Count}");
    }
}
