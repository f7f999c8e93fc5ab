using System.Globalization;
using System.Text;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Finds papers by the source that showed them, or by one of its files.</summary>
internal static class PaperSources
{
    /// <summary>Adds the condition on <c>p</c>, the table of papers, and its value; nothing without a source.</summary>
    public static void AddFilter(string? sourceId, StringBuilder sql, List<object?> values)
    {
        if (sourceId is null)
        {
            return;
        }

        values.Add(sourceId);
        var id = values.Count;

        // What begins with the id and a slash or a colon lies before the id and the sign after that one.
        sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM sightings a WHERE a.paper = p.pk AND (a.source_id = ?{id}");
        sql.Append(CultureInfo.InvariantCulture, $" OR (a.source_id >= ?{id} || '/' AND a.source_id < ?{id} || '0')");
        sql.Append(CultureInfo.InvariantCulture, $" OR (a.source_id >= ?{id} || ':' AND a.source_id < ?{id} || ';')))");
    }
}
