using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Reprocessing;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>Subscriptions in MongoDB, one document each; its holder stands beside the subscription, by the server's clock.</summary>
internal sealed class MongoSubscriptionStore(MongoCollections collections) : ISubscriptionStore
{
    private readonly IMongoCollection<BsonDocument> _subscriptions = collections.Subscriptions;
    private readonly NotedWrites _noted = new(collections.SubscriptionEvents);
    private readonly RunLease _lease = new(collections.Subscriptions);
    private readonly SubscriptionRemains _remains = new(collections);

    public async Task<bool> TryAddAsync(Subscription subscription, SubscriptionEvent what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var like = new BsonDocument("$or", new BsonArray { SubscriptionFields.Key(subscription.Id), new BsonDocument("name", subscription.Name) });
        return !await AnyAsync(like, cancellationToken)
            && await _noted.WriteAsync(
                what, token => _subscriptions.TryInsertAsync(SubscriptionFields.Write(subscription), token), cancellationToken);
    }

    public Task<Subscription?> FindAsync(Guid id, CancellationToken cancellationToken) => FindOneAsync(SubscriptionFields.Key(id), cancellationToken);

    public Task<Subscription?> FindByNameAsync(string name, CancellationToken cancellationToken) => FindOneAsync(new("name", name), cancellationToken);

    // The server compares bytes of UTF-8, .NET units of UTF-16: they differ beyond the basic plane.
    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken)
        => [.. (await _subscriptions.Find(new BsonDocument()).ToListAsync(cancellationToken))
            .Select(SubscriptionFields.Read).OrderBy(subscription => subscription.Name, StringComparer.Ordinal)];

    public async Task<bool> UpdateAsync(Subscription subscription, SubscriptionEvent? what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var stands = SubscriptionFields.Key(subscription.Id).Add("sequence", subscription.Sequence);
        return (what is null || await AnyAsync(stands, cancellationToken)) && await _noted.WriteAsync(what, WriteAsync, cancellationToken);

        async Task<bool> WriteAsync(CancellationToken token)
        {
            var next = SubscriptionFields.Update(subscription with { Sequence = subscription.Sequence + 1 });
            return (await _subscriptions.UpdateOneAsync(stands, next, cancellationToken: token)).MatchedCount > 0;
        }
    }

    public async Task<bool> RemoveAsync(Guid id, SubscriptionEvent what, CancellationToken cancellationToken)
    {
        var key = SubscriptionFields.Key(id);
        var removed = await AnyAsync(key, cancellationToken) && await _noted.WriteAsync(
            what, async token => (await _subscriptions.DeleteOneAsync(key, token)).DeletedCount > 0, cancellationToken);

        // Also when it is gone: a process that died while it removed one left these.
        await _remains.RemoveAsync(id, cancellationToken);
        return removed;
    }

    public async Task<IReadOnlyList<Subscription>> ListDueAsync(
        SubscriptionKind kind, DateTimeOffset now, long last, int limit, CancellationToken cancellationToken)
        => [.. (await _subscriptions.Find(SubscriptionFields.Due(kind, now, last))
            .Sort(new BsonDocument { { "dueAt", 1 }, { "_id", 1 } }).Limit(limit).ToListAsync(cancellationToken)).Select(SubscriptionFields.Read)];

    public async Task<Subscription?> TakeAsync(Guid id, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
        => await _lease.TakeAsync(SubscriptionFields.Key(id).AddRange(SubscriptionFields.Active), holder, hold, cancellationToken) is { } document
            ? SubscriptionFields.Read(document)
            : null;

    public Task ReleaseAsync(Guid id, Guid holder, CancellationToken cancellationToken)
        => _lease.ReleaseAsync(SubscriptionFields.Key(id), holder, cancellationToken);

    public Task<IReadOnlyList<SubscriptionEvent>> ListEventsAsync(Guid? id, int limit, CancellationToken cancellationToken)
        => _noted.ListAsync(id, limit, cancellationToken);

    private Task<bool> AnyAsync(BsonDocument filter, CancellationToken cancellationToken)
        => _subscriptions.Find(filter).Limit(1).AnyAsync(cancellationToken);

    private async Task<Subscription?> FindOneAsync(BsonDocument filter, CancellationToken cancellationToken)
        => await _subscriptions.Find(filter).FirstOrDefaultAsync(cancellationToken) is { } document ? SubscriptionFields.Read(document) : null;
}
