using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Reprocessing;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>Subscriptions in MongoDB, one document each; its holder stands beside the subscription, by the server's clock.</summary>
internal sealed class MongoSubscriptionStore : ISubscriptionStore
{
    private readonly IMongoCollection<BsonDocument> _subscriptions;
    private readonly RunLease _lease;
    private readonly SubscriptionNotes _notes;
    private readonly SubscriptionRemoval _removal;

    public MongoSubscriptionStore(MongoCollections collections)
    {
        (_subscriptions, _lease) = (collections.Subscriptions, new(collections.Subscriptions));
        _notes = new(collections);
        _removal = new(collections, _notes);
    }

    public async Task<bool> TryAddAsync(Subscription subscription, SubscriptionEvent what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var document = SubscriptionFields.Write(subscription).Add(SubscriptionNotes.Field, new BsonArray { SubscriptionNotes.Write(what) });
        if (!await _subscriptions.TryInsertAsync(document, cancellationToken))
        {
            return false;
        }

        await _notes.SettleAsync(SubscriptionFields.Key(subscription.Id), cancellationToken);
        return true;
    }

    public Task<Subscription?> FindAsync(Guid id, CancellationToken cancellationToken) => FindOneAsync(SubscriptionFields.Key(id), cancellationToken);

    public Task<Subscription?> FindByNameAsync(string name, CancellationToken cancellationToken) => FindOneAsync(new("name", name), cancellationToken);

    // The server compares bytes of UTF-8, .NET units of UTF-16: they differ beyond the basic plane.
    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken)
        => [.. (await _subscriptions.Find(SubscriptionFields.Standing).ToListAsync(cancellationToken))
            .Select(SubscriptionFields.Read).OrderBy(subscription => subscription.Name, StringComparer.Ordinal)];

    public async Task<bool> UpdateAsync(Subscription subscription, SubscriptionEvent? what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var stands = SubscriptionFields.Key(subscription.Id).Add("sequence", subscription.Sequence).AddRange(SubscriptionFields.Standing);
        var update = SubscriptionFields.Update(subscription with { Sequence = subscription.Sequence + 1 });
        if (what is not null)
        {
            update.Add("$push", new BsonDocument(SubscriptionNotes.Field, SubscriptionNotes.Write(what)));
        }

        if ((await _subscriptions.UpdateOneAsync(stands, update, cancellationToken: cancellationToken)).MatchedCount == 0)
        {
            return false;
        }

        if (what is not null)
        {
            await _notes.SettleAsync(SubscriptionFields.Key(subscription.Id), cancellationToken);
        }

        return true;
    }

    public Task<bool> RemoveAsync(Guid id, SubscriptionEvent what, CancellationToken cancellationToken) => _removal.RemoveAsync(id, what, cancellationToken);

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

    public async Task<IReadOnlyList<SubscriptionEvent>> ListEventsAsync(Guid? id, int limit, CancellationToken cancellationToken)
    {
        // What processes left that died is put in order first.
        var its = id is { } one ? SubscriptionFields.Key(one) : [];
        await _notes.SettleAsync(its, cancellationToken);
        await _removal.FinishAsync(its, cancellationToken);
        return await _notes.ListAsync(id, limit, cancellationToken);
    }

    private async Task<Subscription?> FindOneAsync(BsonDocument filter, CancellationToken cancellationToken)
        => await _subscriptions.Find(filter.AddRange(SubscriptionFields.Standing)).FirstOrDefaultAsync(cancellationToken) is { } document
            ? SubscriptionFields.Read(document)
            : null;
}
