using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>
/// What was done to subscriptions. It is written into the subscription by the very statement that does it, and then moved to where
/// it outlives it: a process that dies in between leaves a note to be moved, never one too many or too few.
/// </summary>
internal sealed class SubscriptionNotes(MongoCollections collections)
{
    /// <summary>Notes in a subscription that are to be moved.</summary>
    public const string Field = "notes";

    private readonly IMongoCollection<BsonDocument> _events = collections.SubscriptionEvents;

    /// <summary>A note as it stands in a subscription.</summary>
    public static BsonDocument Write(SubscriptionEvent what) => what.ToBsonDocument();

    /// <summary>Moves the notes of some subscriptions. Any number of processes may.</summary>
    public async Task SettleAsync(BsonDocument subscriptions, CancellationToken cancellationToken)
    {
        var noted = new BsonDocument(subscriptions).Add($"{Field}.0", new BsonDocument("$exists", true));
        var found = await collections.Subscriptions.Find(noted).Project(new BsonDocument(Field, 1)).ToListAsync(cancellationToken);
        foreach (var subscription in found)
        {
            var notes = subscription[Field].AsBsonArray.Select(note => note.AsBsonDocument).ToList();
            foreach (var note in notes)
            {
                // False when another process has moved it.
                await _events.TryInsertAsync(note, cancellationToken);
            }

            // Those alone: more may have come.
            var moved = new BsonDocument("_id", new BsonDocument("$in", new BsonArray(notes.Select(note => note["_id"]))));
            await collections.Subscriptions.UpdateOneAsync(
                new BsonDocument("_id", subscription["_id"]), new BsonDocument("$pull", new BsonDocument(Field, moved)), cancellationToken: cancellationToken);
        }
    }

    public async Task<IReadOnlyList<SubscriptionEvent>> ListAsync(Guid? id, int limit, CancellationToken cancellationToken)
    {
        var filter = SourceFields.Where(("subscriptionId", id is { } one ? SourceFields.Key(one) : null));
        var found = await _events.Find(filter).Sort(new BsonDocument { { "at", -1 }, { "_id", -1 } }).Limit(limit).ToListAsync(cancellationToken);
        return [.. found.Select(document => BsonSerializer.Deserialize<SubscriptionEvent>(document))];
    }
}
