using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>
/// Removes subscriptions in two steps: one statement marks it as gone and notes that, then everything goes. One that a process
/// left between them is seen by nobody, its name is free, and whoever reads what was done finishes it.
/// </summary>
internal sealed class SubscriptionRemoval(MongoCollections collections, SubscriptionNotes notes)
{
    private readonly SubscriptionRemains _remains = new(collections);

    /// <summary>Removes one.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> RemoveAsync(Guid id, SubscriptionEvent what, CancellationToken cancellationToken)
    {
        // The name must be unique, also among those that are gone.
        var gone = new BsonDocument
        {
            { "$set", new BsonDocument { { "state", SubscriptionFields.Removed }, { "name", SourceFields.Key(id) } } },
            { "$push", new BsonDocument(SubscriptionNotes.Field, SubscriptionNotes.Write(what)) },
        };
        var standing = SubscriptionFields.Key(id).AddRange(SubscriptionFields.Standing);
        var removed = (await collections.Subscriptions.UpdateOneAsync(standing, gone, cancellationToken: cancellationToken)).MatchedCount > 0;

        // Also when it is gone already: somebody may have died before this.
        await FinishAsync(SubscriptionFields.Key(id), cancellationToken);
        return removed;
    }

    /// <summary>Ends the removal of those among some subscriptions that are marked.</summary>
    public async Task FinishAsync(BsonDocument subscriptions, CancellationToken cancellationToken)
    {
        var gone = new BsonDocument(subscriptions).Add("state", SubscriptionFields.Removed);
        foreach (var subscription in await collections.Subscriptions.Find(gone).Project(new BsonDocument("_id", 1)).ToListAsync(cancellationToken))
        {
            await notes.SettleAsync(subscription, cancellationToken);
            await _remains.RemoveAsync(Guid.Parse(subscription["_id"].AsString), cancellationToken);
            await collections.Subscriptions.DeleteOneAsync(subscription, cancellationToken);
        }
    }
}
