using System.Globalization;
using System.Text;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Storage.Sqlite.Papers;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Reprocessing;

/// <summary>Which papers a selection asks for.</summary>
internal static class SelectionQueries
{
    /// <summary>Row numbers of the papers after a key, by key.</summary>
    public static IReadOnlyList<long> Keys(SqliteSession session, PaperSelection selection, string? after, int limit)
    {
        var conditions = new Conditions("SELECT p.pk FROM papers p WHERE 1");
        conditions.Add("p.id >", after);
        AddAll(conditions, selection);
        conditions.Append(" ORDER BY p.id LIMIT", (long)limit);
        return session.List(conditions.Sql, row => row.GetInt64(0), conditions.Values);
    }

    public static long Count(SqliteSession session, PaperSelection selection)
    {
        var conditions = new Conditions("SELECT count(*) FROM papers p WHERE 1");
        AddAll(conditions, selection);
        return session.Number(conditions.Sql, conditions.Values);
    }

    public static IReadOnlyList<StageStamp> Stamps(SqliteSession session, EnrichmentStage stage, IReadOnlyList<string> paperIds)
        => session.List(
            $"""
            SELECT p.id, p.revision, {Column(stage, "revision")}, {Column(stage, "version")}
            FROM json_each(?1) wanted JOIN papers p ON p.id = wanted.value
            """,
            row => new StageStamp(
                row.GetString(0),
                row.GetString(1),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.IsDBNull(3) ? null : StageVersion.Parse(row.GetString(3))),
            SourceColumns.Json(paperIds));

    public static IReadOnlyList<StageVersionCount> Versions(SqliteSession session, EnrichmentStage stage)
    {
        var column = Column(stage, "version");
        var counts = session.List(
            $"SELECT {column}, count(*) FROM papers p WHERE {column} IS NOT NULL GROUP BY {column} ORDER BY {column}",
            row => (Version: StageVersion.Parse(row.GetString(0)), Papers: row.GetInt64(1)));
        return [.. counts.Where(count => count.Version is not null).Select(count => new StageVersionCount(count.Version!, count.Papers))];
    }

    // A plus sign keeps a column from choosing the index: walking by key, a page must not sort all papers of some days.
    private static void AddAll(Conditions conditions, PaperSelection selection)
    {
        var version = Column(selection.Stage, "version");
        conditions.Add("p.pk IN (SELECT paper FROM aliases WHERE alias IN (SELECT value FROM json_each(", List(selection.Ids), ")))");
        conditions.Add("EXISTS (SELECT 1 FROM sightings s WHERE s.paper = p.pk AND s.source_id =", selection.SourceId, ")");
        conditions.Add("+p.day >=", selection.Since is { } since ? (long)TopicPeriods.DaysSince1970(since) : null);
        conditions.Add("+p.day <=", selection.Until is { } until ? (long)TopicPeriods.DaysSince1970(until) : null);
        conditions.Add(
            "EXISTS (SELECT 1 FROM paper_topics t WHERE t.paper = p.pk AND t.topic IN (SELECT value FROM json_each(", List(selection.Topics), ")))");
        conditions.Add("p.pk IN (SELECT rowid FROM paper_words WHERE paper_words MATCH", TextWords.Match(selection.Text), ")");
        conditions.Add($"{version} IN (SELECT value FROM json_each(", List([.. selection.MadeBy.Select(made => made.ToString())]), "))");
        conditions.Add($"+{version} IS NOT", selection.OtherThan?.ToString());
        if (selection.Lacking)
        {
            conditions.Append($" AND {Column(selection.Stage, "revision")} IS NOT p.revision");
        }
    }

    private static string Column(EnrichmentStage stage, string name) => stage == EnrichmentStage.Claims ? $"p.claims_{name}" : $"p.topics_{name}";

    private static string? List(IReadOnlyList<string> values) => values.Count == 0 ? null : SourceColumns.Json(values);

    private sealed class Conditions(string start)
    {
        private readonly StringBuilder _sql = new(start);
        private readonly List<object?> _values = [];

        public string Sql => _sql.ToString();

        public object?[] Values => [.. _values];

        public void Append(string text, object? value = null)
        {
            _sql.Append(text);
            if (value is not null)
            {
                _values.Add(value);
                _sql.Append(CultureInfo.InvariantCulture, $" ?{_values.Count}");
            }
        }

        public void Add(string before, object? value, string after = "")
        {
            if (value is not null)
            {
                Append($" AND {before}", value);
                _sql.Append(after);
            }
        }
    }
}
