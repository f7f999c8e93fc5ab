using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Mongo.Sources;

/// <summary>Last answers in MongoDB, one document a source and address. The key is derived: an address may be longer than an index takes.</summary>
internal sealed class MongoFetchCache(MongoCollections collections) : IFetchCache
{
    private readonly IMongoCollection<BsonDocument> _answers = collections.FetchCache;

    public async Task<CachedAnswer?> FindAsync(string sourceId, string address, CancellationToken cancellationToken)
    {
        var document = await _answers.Find(new BsonDocument("_id", Key(sourceId, address))).FirstOrDefaultAsync(cancellationToken);
        var answer = document is null ? null : BsonSerializer.Deserialize<CachedAnswer>(document);
        return answer is { ETag: null, LastModified: null } ? null : answer;
    }

    public Task SaveAsync(CachedAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var document = answer.ToBsonDocument();
        document.InsertAt(0, new("_id", Key(answer.SourceId, answer.Address)));
        var notNewer = new BsonDocument("at", new BsonDocument("$lte", SourceFields.Date(answer.At)));
        return _answers.ReplaceAsync(document, notNewer, cancellationToken);
    }

    private static string Key(string sourceId, string address) => SourceFields.Key(DeterministicId.From(sourceId, address));
}
