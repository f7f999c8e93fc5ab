using System.Globalization;
using MongoDB.Bson;

namespace Pipeline.Storage.Mongo.Sources;

/// <summary>Values as the documents of this folder hold them.</summary>
internal static class SourceFields
{
    public static BsonDateTime Date(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());

    /// <summary>As <c>2026-01-31</c>, so that days compare as text.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Key(Guid id) => id.ToString("D");

    /// <summary>An equality filter on whatever is not null.</summary>
    public static BsonDocument Where(params ReadOnlySpan<(string Field, string? Value)> conditions)
    {
        var filter = new BsonDocument();
        foreach (var (field, value) in conditions)
        {
            if (value is not null)
            {
                filter.Add(field, value);
            }
        }

        return filter;
    }
}
