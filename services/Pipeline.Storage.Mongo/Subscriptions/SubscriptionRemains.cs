using MongoDB.Bson;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>What a subscription leaves behind when it is removed.</summary>
internal sealed class SubscriptionRemains(MongoCollections collections)
{
    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var its = new BsonDocument("subscriptionId", SourceFields.Key(id));
        await collections.DeliveryAttempts.DeleteManyAsync(its, cancellationToken);
        await collections.DigestIssues.DeleteManyAsync(its, cancellationToken);
    }
}
