using System.Globalization;
using System.Text;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Reads on from a place among the newest papers.</summary>
internal static class PaperPlaces
{
    /// <summary>Adds the condition on <c>p</c>, the table of papers, and its values; nothing without a place.</summary>
    public static void AddAfter(PaperPlace? place, bool inclusive, StringBuilder sql, List<object?> values)
    {
        if (place is null)
        {
            return;
        }

        values.Add(place.ObservedAt.ToUnixTimeMilliseconds());
        values.Add(place.PaperId);
        var (at, id) = (values.Count - 1, values.Count);

        // The first term is one range of the index; the second cuts off what stands before the place at that very time.
        sql.Append(CultureInfo.InvariantCulture, $" AND p.observed_at <= ?{at} AND (p.observed_at < ?{at} OR p.id {(inclusive ? ">=" : ">")} ?{id})");
    }
}
