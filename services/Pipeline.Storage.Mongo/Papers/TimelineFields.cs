using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>The timeline of a paper: an array in its document, so that an entry goes in the statement that it tells of.</summary>
internal static class TimelineFields
{
    public const string Field = "timeline";

    /// <summary>The array of a new paper.</summary>
    public static BsonArray Array(IEnumerable<TimelineEntry> entries) => new(entries.Select(entry => entry.ToBsonDocument()));

    /// <summary>Adds entries to an update; the oldest go when there are too many.</summary>
    public static BsonDocument Push(this BsonDocument update, IReadOnlyList<TimelineEntry> entries)
        => entries.Count == 0
            ? update
            : update.Add("$push", new BsonDocument(Field, new BsonDocument { { "$each", Array(entries) }, { "$slice", -PaperTimeline.MaxEntries } }));

    /// <summary>An update that adds an entry and nothing else. Counted like any write: a join under way must not lose it.</summary>
    public static BsonDocument Note(TimelineEntry entry) => new BsonDocument("$inc", new BsonDocument("writes", 1)).Push([entry]);

    /// <summary>Reads the timeline of a document; empty when it has none.</summary>
    public static IReadOnlyList<TimelineEntry> Of(BsonDocument paper)
        => paper.TryGetValue(Field, out var entries)
            ? [.. entries.AsBsonArray.Select(entry => BsonSerializer.Deserialize<TimelineEntry>(entry.AsBsonDocument))]
            : [];
}
