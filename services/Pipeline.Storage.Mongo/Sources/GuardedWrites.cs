using MongoDB.Bson;
using MongoDB.Driver;

namespace Pipeline.Storage.Mongo.Sources;

/// <summary>Inserts and upserts whose key somebody else may write at the same time.</summary>
internal static class GuardedWrites
{
    private const int DuplicateKey = 11000;
    private const int WriteConflict = 112;
    private const int MaxAttempts = 20;

    /// <returns>False when there is a document of this key.</returns>
    public static async Task<bool> TryInsertAsync(
        this IMongoCollection<BsonDocument> collection, BsonDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await collection.InsertOneAsync(document, cancellationToken: cancellationToken);
            return true;
        }
        catch (MongoWriteException e) when (e.WriteError.Category == ServerErrorCategory.DuplicateKey)
        {
            return false;
        }
    }

    /// <summary>Puts a document in the place of the one with its key, if that matches the guard, or is not there.</summary>
    public static async Task ReplaceAsync(
        this IMongoCollection<BsonDocument> collection, BsonDocument document, BsonDocument guard, CancellationToken cancellationToken)
    {
        var filter = new BsonDocument("_id", document["_id"]).AddRange(guard);
        if (!await collection.TryInsertAsync(document, cancellationToken))
        {
            await collection.ReplaceOneAsync(filter, document, cancellationToken: cancellationToken);
        }
    }

    /// <summary>Writes to the document of a key, which is created when it is not there.</summary>
    /// <returns>The document as this write left it.</returns>
    public static async Task<BsonDocument> UpsertAsync(
        this IMongoCollection<BsonDocument> collection, string key, UpdateDefinition<BsonDocument> update, CancellationToken cancellationToken)
    {
        var after = new FindOneAndUpdateOptions<BsonDocument> { IsUpsert = true, ReturnDocument = ReturnDocument.After };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await collection.FindOneAndUpdateAsync(new BsonDocument("_id", key), update, after, cancellationToken);
            }
            catch (MongoCommandException e) when (e.Code is DuplicateKey or WriteConflict && attempt < MaxAttempts)
            {
                // Somebody else has just created or changed it; the next attempt finds theirs.
            }
        }
    }
}
