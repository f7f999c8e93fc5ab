using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>Attempts to tell subscribers in MongoDB, one document each.</summary>
internal sealed class MongoDeliveryAttempts(MongoCollections collections) : IDeliveryAttempts
{
    private readonly IMongoCollection<BsonDocument> _attempts = collections.DeliveryAttempts;
    private readonly SubscriptionRemains _remains = new(collections);

    public async Task AddAsync(IReadOnlyList<DeliveryAttempt> attempts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        if (attempts.Count == 0)
        {
            return;
        }

        try
        {
            await _attempts.InsertManyAsync(
                attempts.Select(attempt => attempt.ToBsonDocument()), new InsertManyOptions { IsOrdered = false }, cancellationToken);
        }
        catch (MongoBulkWriteException<BsonDocument> e) when (e.WriteConcernError is null
            && e.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey))
        {
            // Written already, by an attempt to write that was not answered.
        }

        foreach (var id in attempts.Select(attempt => attempt.SubscriptionId).Distinct())
        {
            await _remains.RemoveOrphansAsync(id, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<DeliveryAttempt>> ListAsync(Guid subscriptionId, bool failedOnly, int limit, CancellationToken cancellationToken)
    {
        var filter = new BsonDocument("subscriptionId", SourceFields.Key(subscriptionId));
        var found = await _attempts.Find(failedOnly ? filter.Add("delivered", false) : filter)
            .Sort(new BsonDocument { { "at", -1 }, { "changeSequence", -1 }, { "_id", 1 } }).Limit(limit).ToListAsync(cancellationToken);
        return [.. found.Select(document => BsonSerializer.Deserialize<DeliveryAttempt>(document))];
    }

    public async Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
        => (await _attempts.DeleteManyAsync(
            new BsonDocument("at", new BsonDocument("$lt", SourceFields.Date(before))), cancellationToken)).DeletedCount;
}
