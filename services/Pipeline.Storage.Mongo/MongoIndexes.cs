using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.Storage.Mongo.Listings;
using Pipeline.Storage.Mongo.Papers;

namespace Pipeline.Storage.Mongo;

/// <summary>The indexes, each with the question it answers in its name.</summary>
internal static class MongoIndexes
{
    /// <summary>What the pipeline itself asks for.</summary>
    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Papers { get; } =
    [
        Index("byAlias", new("aliases", 1)),
        Index("byListing", new("sightings.listingId", 1)),
        Index("pendingBySweep", new() { { "pending", 1 }, { "sweepAt", 1 }, { "_id", 1 } }, new("pending", true)),
    ];

    /// <summary>What only people's searches ask for; see <see cref="MongoStorageOptions.SearchIndexes"/>.</summary>
    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Searches { get; } =
    [
        Index("byTopic", new("topics.analysis.topics.id", 1)),
        Index("byDay", new() { { TopicQueries.Days[0], 1 }, { TopicQueries.Days[1], 1 }, { TopicQueries.Days[2], 1 } }),
        Index("byWord", new("words", 1)),
        Index("byNameInClaims", new(Stage.KeysField, 1)),
        Index("byClaimsVersion", new() { { "claims.version.name", 1 }, { "claims.version.version", 1 }, { "_id", 1 } }),
        Index("byTopicsVersion", new() { { "topics.version.name", 1 }, { "topics.version.version", 1 }, { "_id", 1 } }),
        Index("newest", PaperPages.NewestFirst),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Listings { get; } =
    [
        Index("latestOfSource", new() { { "sourceId", 1 }, { "fetchedAt", -1 } }),
        Index("oldest", MongoListingQuery.OldestFirst),
        Index("unparsedBySweep", new() { { "state", 1 }, { "sweepAt", 1 } }, new("state", "fetched")),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> DayAnswers { get; } =
    [
        Index("byDay", new() { { "sourceId", 1 }, { "day", 1 } }),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> FetchRuns { get; } =
    [
        Index("openByDueTime", new() { { "state", 1 }, { "dueAt", 1 } }),
        Index("latest", new() { { "createdAt", -1 }, { "_id", 1 } }),
        Index("latestOfSource", new() { { "sourceId", 1 }, { "createdAt", -1 }, { "_id", 1 } }),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> ReprocessRuns { get; } =
    [
        Index("latest", new() { { "createdAt", -1 }, { "_id", 1 } }),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> ReprocessDigests { get; } =
    [
        Index("byRun", new() { { "runId", 1 }, { "paperId", 1 } }),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Failures { get; } =
    [
        Index("byDueTime", new() { { "state", 1 }, { "dueAt", 1 }, { "_id", 1 } }),
        Index("latest", new() { { "state", 1 }, { "lastFailedAt", -1 }, { "_id", 1 } }),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Changes { get; } =
    [
        Index("byEvent", new("eventId", 1), unique: true),
        Index("byPaper", new("paperId", 1)),
        Index("byTopic", new() { { "topics", 1 }, { "_id", 1 } }),
        Index("bySource", new() { { "sources", 1 }, { "_id", 1 } }),
        Index("trimmed", new() { { "trimmed", 1 }, { "_id", 1 } }, new("trimmed", true)),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Subscriptions { get; } =
    [
        Index("byName", new("name", 1), unique: true),
        Index("byDueTime", new() { { "state", 1 }, { "kind", 1 }, { "dueAt", 1 }, { "_id", 1 } }),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> SubscriptionEvents { get; } =
    [
        Index("latest", new() { { "at", -1 }, { "_id", -1 } }),
        Index("latestOfSubscription", new() { { "subscriptionId", 1 }, { "at", -1 }, { "_id", -1 } }),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> DeliveryAttempts { get; } =
    [
        Index("latestOfSubscription", new() { { "subscriptionId", 1 }, { "at", -1 }, { "changeSequence", -1 }, { "_id", 1 } }),
        Index("oldest", new("at", 1)),
    ];

    public static IReadOnlyList<CreateIndexModel<BsonDocument>> DigestIssues { get; } =
    [
        Index("latestOfSubscription", new() { { "subscriptionId", 1 }, { "number", -1 } }),
        Index("byPaper", new() { { "subscriptionId", 1 }, { "paperIds", 1 } }),
    ];

    private static CreateIndexModel<BsonDocument> Index(string name, BsonDocument keys, BsonDocument? onlyWhere = null, bool? unique = null)
        => new(keys, new CreateIndexOptions<BsonDocument> { Name = name, PartialFilterExpression = onlyWhere, Unique = unique });
}
