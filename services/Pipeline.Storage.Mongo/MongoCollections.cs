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

    /// <summary>Which file of the bucket holds the bytes of which SHA-256.</summary>
    public IMongoCollection<BsonDocument> ArchiveContents { get; } = database.GetCollection<BsonDocument>($"{Archive}.contents");

    /// <summary>The bytes.</summary>
    public GridFSBucket ArchiveFiles { get; } = new(database, new GridFSBucketOptions { BucketName = Archive });
}
