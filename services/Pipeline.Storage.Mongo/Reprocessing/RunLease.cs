using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Reprocessing;

/// <summary>Who has a document in hand, and until when; every time in it is the server's, read and written in one statement.</summary>
internal sealed class RunLease(IMongoCollection<BsonDocument> documents)
{
    private const string Now = "$$NOW";

    private static readonly FindOneAndUpdateOptions<BsonDocument> After = new() { ReturnDocument = ReturnDocument.After };

    /// <returns>The document; null when another holds it, or none matches.</returns>
    public async Task<BsonDocument?> TakeAsync(BsonDocument filter, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
    {
        var me = SourceFields.Key(holder);

        // Null sorts before every time, so what was never held is free.
        var free = new BsonDocument("$or", new BsonArray
        {
            new BsonDocument("$eq", new BsonArray { OrNull("holder"), BsonNull.Value }),
            new BsonDocument("$eq", new BsonArray { OrNull("holder"), me }),
            new BsonDocument("$lte", new BsonArray { OrNull("heldUntil"), Now }),
        });

        // Two stages: the second decides by what the first found, before any of it is changed. The server's clock is cut to
        // milliseconds: one more, and no lease is shorter than it was asked to be.
        var until = new BsonDocument("$add", new BsonArray { Now, (long)Math.Ceiling(hold.TotalMilliseconds) + 1 });
        var update = Builders<BsonDocument>.Update.Pipeline(new[]
        {
            new BsonDocument("$set", new BsonDocument("taken", free)),
            new BsonDocument("$set", new BsonDocument { { "holder", IfTaken(me, "holder") }, { "heldUntil", IfTaken(until, "heldUntil") } }),
        });
        var after = await documents.FindOneAndUpdateAsync(filter, update, After, cancellationToken);
        return after is not null && after["taken"].AsBoolean ? after : null;
    }

    public Task ReleaseAsync(BsonDocument filter, Guid holder, CancellationToken cancellationToken)
        => documents.UpdateOneAsync(
            new BsonDocument(filter).Add("holder", SourceFields.Key(holder)),
            new BsonDocument("$set", new BsonDocument("holder", BsonNull.Value)),
            cancellationToken: cancellationToken);

    private static BsonDocument OrNull(string field) => new("$ifNull", new BsonArray { $"${field}", BsonNull.Value });

    private static BsonDocument IfTaken(BsonValue value, string field) => new("$cond", new BsonArray { "$taken", value, OrNull(field) });
}
