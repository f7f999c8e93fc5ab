using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>Changes, each written down before it is made: a process that dies in between leaves a note too many, never one too few.</summary>
internal sealed class NotedWrites(IMongoCollection<BsonDocument> events)
{
    /// <param name="what">What is done; null when it needs no note.</param>
    /// <param name="change">Does it; false when somebody else was first, and then the note goes.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<bool> WriteAsync(
        SubscriptionEvent? what, Func<CancellationToken, Task<bool>> change, CancellationToken cancellationToken)
    {
        var noted = what is not null && await events.TryInsertAsync(what.ToBsonDocument(), cancellationToken);
        var done = await change(cancellationToken);
        if (noted && !done)
        {
            await events.DeleteOneAsync(new BsonDocument("_id", SourceFields.Key(what!.Id)), cancellationToken);
        }

        return done;
    }

    public async Task<IReadOnlyList<SubscriptionEvent>> ListAsync(Guid? id, int limit, CancellationToken cancellationToken)
    {
        var filter = SourceFields.Where(("subscriptionId", id is { } one ? SourceFields.Key(one) : null));
        var found = await events.Find(filter).Sort(new BsonDocument { { "at", -1 }, { "_id", -1 } }).Limit(limit).ToListAsync(cancellationToken);
        return [.. found.Select(document => BsonSerializer.Deserialize<SubscriptionEvent>(document))];
    }
}
