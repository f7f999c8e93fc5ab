using System.Text.RegularExpressions;
using MongoDB.Bson;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Filters and forms that several questions share.</summary>
internal static class PaperFields
{
    /// <summary>Leaves out what only the store needs, and of the sections all but their stamps.</summary>
    public static BsonDocument WithoutAnalyses { get; } = new()
    {
        { "claims.analysis", 0 }, { "topics.analysis", 0 }, { "words", 0 }, { "claimKeys", 0 }, { "timeline", 0 }, { "writes", 0 }, { "sweepAt", 0 }, { "sweeps", 0 }, { "sweptBy", 0 },
    };

    /// <summary>Leaves out what only the store needs.</summary>
    public static BsonDocument WholePaper { get; } = new() { { "words", 0 }, { "claimKeys", 0 }, { "timeline", 0 }, { "writes", 0 }, { "sweepAt", 0 }, { "sweeps", 0 }, { "sweptBy", 0 } };

    /// <summary>An update by the Parser or a stage. Each is counted: a stage's write is guarded by the count.</summary>
    public static BsonDocument Write(BsonDocument fields) => new() { { "$set", fields }, { "$inc", new BsonDocument("writes", 1) } };

    public static BsonDocument AnyOf(string field, IEnumerable<string> values) => new(field, new BsonDocument("$in", new BsonArray(values)));

    public static BsonDocument SeenIn(string? listingId) => listingId is null ? [] : new("sightings.listingId", listingId);

    /// <summary>Matches papers that a source, or one of its files, showed; everything without a source.</summary>
    public static BsonDocument ShownBy(string? sourceId)
        => sourceId is null ? [] : new("sightings.sourceId", new BsonRegularExpression($"^{Regex.Escape(sourceId)}([/:]|$)"));

    /// <summary>Matches what a filter does, as far as it stands after a place among the newest papers; all of it without a place.</summary>
    public static BsonDocument After(BsonDocument filter, PaperPlace? place, bool inclusive)
    {
        if (place is null)
        {
            return filter;
        }

        // The first term is one range of the index; the second cuts off what stands before the place at that very time.
        var at = Date(place.ObservedAt);
        var earlier = new BsonDocument("observedAt", new BsonDocument("$lt", at));
        var later = new BsonDocument("_id", new BsonDocument(inclusive ? "$gte" : "$gt", place.PaperId));
        return new("$and", new BsonArray
        {
            filter, new BsonDocument("observedAt", new BsonDocument("$lte", at)), new BsonDocument("$or", new BsonArray { earlier, later }),
        });
    }

    /// <summary>Matches papers with all words of a search text; everything when it has none.</summary>
    public static BsonDocument HasWords(string? text)
        => SearchWords.Of(text) is { Count: > 0 } words ? new("words", new BsonDocument("$all", new BsonArray(words))) : [];

    public static BsonDateTime Date(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());
}
