using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>What a subscription leaves behind when it is removed.</summary>
internal sealed class SubscriptionRemains(MongoCollections collections)
{
    /// <summary>Removes what was just written for a subscription, if that is no longer there.</summary>
    /// <remarks>
    /// Who writes looks afterwards, and who removes a subscription removes what is its own afterwards: whichever comes last of the
    /// two sees what the other did, so nothing stays without a transaction.
    /// </remarks>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> RemoveOrphansAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await collections.Subscriptions.Find(SubscriptionFields.Key(id).AddRange(SubscriptionFields.Standing)).Limit(1).AnyAsync(cancellationToken))
        {
            return false;
        }

        await RemoveAsync(id, cancellationToken);
        return true;
    }

    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var its = new BsonDocument("subscriptionId", SourceFields.Key(id));
        await collections.DeliveryAttempts.DeleteManyAsync(its, cancellationToken);
        await collections.DigestIssues.DeleteManyAsync(its, cancellationToken);
    }
}
