using MongoDB.Bson;
using MongoDB.Driver;

namespace Pipeline.Storage.Mongo;

/// <summary>The indexes, each with the question it answers in its name.</summary>
internal static class MongoIndexes
{
    private static readonly BsonDocument WhilePending = new("pending", true);

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Papers { get; } =
    [
        Index("byAlias", new("aliases", 1)),
        Index("pendingBySweep", new() { { "pending", 1 }, { "sweepAt", 1 } }, WhilePending),
        Index("byListing", new("sightings.listingId", 1)),
        Index("byTopic", new("topics.analysis.topics.id", 1)),
        Index("newest", new() { { "observedAt", -1 }, { "_id", 1 } }),
    ];

    /// <summary>Words of title and abstract; see <see cref="MongoStorageOptions.WordIndex"/>.</summary>
    public static CreateIndexModel<BsonDocument> Words { get; } = Index("byWord", new("words", 1));

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Listings { get; } =
    [
        Index("latestOfSource", new() { { "sourceId", 1 }, { "fetchedAt", -1 } }),
        Index("unparsedBySweep", new() { { "state", 1 }, { "sweepAt", 1 } }, new("state", "fetched")),
    ];

    private static CreateIndexModel<BsonDocument> Index(string name, BsonDocument keys, BsonDocument? onlyWhere = null)
        => new(keys, new CreateIndexOptions<BsonDocument> { Name = name, PartialFilterExpression = onlyWhere });
}
