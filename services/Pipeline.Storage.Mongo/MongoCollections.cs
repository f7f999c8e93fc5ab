using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace Pipeline.Storage.Mongo;

/// <summary>What the database holds.</summary>
internal sealed class MongoCollections(IMongoDatabase database)
{
    private const string Archive = "archive";

    public IMongoDatabase Database { get; } = database;

    /// <summary>One document a paper: the fields of the paper, its sections, and what only the store needs.</summary>
    public IMongoCollection<BsonDocument> Papers { get; } = database.GetCollection<BsonDocument>("papers");

    /// <summary>One document a listing.</summary>
    public IMongoCollection<BsonDocument> Listings { get; } = database.GetCollection<BsonDocument>("listings");

    /// <summary>One document a source: what people said about it.</summary>
    public IMongoCollection<BsonDocument> Sources { get; } = database.GetCollection<BsonDocument>("sources");

    /// <summary>One document a source and day.</summary>
    public IMongoCollection<BsonDocument> DayAnswers { get; } = database.GetCollection<BsonDocument>("dayAnswers");

    /// <summary>One document a run.</summary>
    public IMongoCollection<BsonDocument> FetchRuns { get; } = database.GetCollection<BsonDocument>("fetchRuns");

    /// <summary>One document a backfill.</summary>
    public IMongoCollection<BsonDocument> Backfills { get; } = database.GetCollection<BsonDocument>("backfills");

    /// <summary>One document a run that does papers again.</summary>
    public IMongoCollection<BsonDocument> ReprocessRuns { get; } = database.GetCollection<BsonDocument>("reprocessRuns");

    /// <summary>One document a run and paper on its way: what the paper had before.</summary>
    public IMongoCollection<BsonDocument> ReprocessDigests { get; } = database.GetCollection<BsonDocument>("reprocessDigests");

    /// <summary>One document a message that failed.</summary>
    public IMongoCollection<BsonDocument> Failures { get; } = database.GetCollection<BsonDocument>("failures");

    /// <summary>One document an entry of the change log; its key is its place.</summary>
    public IMongoCollection<BsonDocument> Changes { get; } = database.GetCollection<BsonDocument>("changes");

    /// <summary>One document a stage that is paused.</summary>
    public IMongoCollection<BsonDocument> Pauses { get; } = database.GetCollection<BsonDocument>("pauses");

    /// <summary>One document a subscription, and who has it in hand.</summary>
    public IMongoCollection<BsonDocument> Subscriptions { get; } = database.GetCollection<BsonDocument>("subscriptions");

    /// <summary>One document a deed: what was done to subscriptions, removed ones too.</summary>
    public IMongoCollection<BsonDocument> SubscriptionEvents { get; } = database.GetCollection<BsonDocument>("subscriptionEvents");

    /// <summary>One document an attempt to tell a subscriber.</summary>
    public IMongoCollection<BsonDocument> DeliveryAttempts { get; } = database.GetCollection<BsonDocument>("deliveryAttempts");

    /// <summary>One document an issue of a digest, with the keys of its papers.</summary>
    public IMongoCollection<BsonDocument> DigestIssues { get; } = database.GetCollection<BsonDocument>("digestIssues");

    /// <summary>One document a host: whose turn it is there.</summary>
    public IMongoCollection<BsonDocument> Hosts { get; } = database.GetCollection<BsonDocument>("hosts");

    /// <summary>One document a source and address.</summary>
    public IMongoCollection<BsonDocument> FetchCache { get; } = database.GetCollection<BsonDocument>("fetchCache");

    /// <summary>Which file of the bucket holds the bytes of which SHA-256.</summary>
    public IMongoCollection<BsonDocument> ArchiveContents { get; } = database.GetCollection<BsonDocument>($"{Archive}.contents");

    /// <summary>The bytes.</summary>
    public GridFSBucket ArchiveFiles { get; } = new(database, new GridFSBucketOptions { BucketName = Archive });
}
