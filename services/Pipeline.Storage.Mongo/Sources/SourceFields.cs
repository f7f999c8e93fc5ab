using System.Globalization;
using MongoDB.Bson;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Mongo.Sources;

/// <summary>Values as the documents of this folder hold them.</summary>
internal static class SourceFields
{
    public static BsonDateTime Date(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());

    /// <summary>As <c>2026-01-31</c>, so that days compare as text.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Key(Guid id) => id.ToString("D");

    /// <summary>Matches what a filter does, as far as it stands after a place among runs, the last created first; all of it without a place.</summary>
    public static BsonDocument After(BsonDocument filter, RunPlace? place)
    {
        if (place is null)
        {
            return filter;
        }

        // The first term is one range of the index; the second cuts off what stands before the place at that very time.
        var at = Date(place.CreatedAt);
        var earlier = new BsonDocument("createdAt", new BsonDocument("$lt", at));
        var later = new BsonDocument("_id", new BsonDocument("$gt", Key(place.Id)));
        return new BsonDocument(filter).Add("createdAt", new BsonDocument("$lte", at)).Add("$or", new BsonArray { earlier, later });
    }

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
