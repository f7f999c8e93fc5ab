using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Bson;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Subscriptions;

/// <summary>Subscriptions as documents, and which of them a question means.</summary>
internal static class SubscriptionFields
{
    /// <summary>State of one that is being removed; see <see cref="SubscriptionRemoval"/>.</summary>
    public const string Removed = "removed";

    private const string KindField = "kind";

    private static readonly string[] Vanishing = ["reason", "webhook", "digest", "failingSince", "deliveredAt", "notifyAt"];

    public static BsonDocument Active => new("state", KebabEnumSerializer<SubscriptionState>.WordOf(SubscriptionState.Active));

    /// <summary>Those that are not being removed.</summary>
    public static BsonDocument Standing => new("state", new BsonDocument("$ne", Removed));

    public static BsonDocument Key(Guid id) => new("_id", SourceFields.Key(id));

    public static BsonDocument Write(Subscription subscription)
        => subscription.ToBsonDocument().Add(KindField, KebabEnumSerializer<SubscriptionKind>.WordOf(subscription.Kind));

    public static Subscription Read(BsonDocument document) => BsonSerializer.Deserialize<Subscription>(document);

    // Field by field: the holder is not the subscription's and must stay.
    public static BsonDocument Update(Subscription next)
    {
        var fields = Write(next);
        fields.Remove("_id");
        var update = new BsonDocument("$set", fields);
        var gone = new BsonDocument(Vanishing.Where(name => !fields.Contains(name)).Select(name => new BsonElement(name, 1)));
        return gone.ElementCount > 0 ? update.Add("$unset", gone) : update;
    }

    // What was never held, or given back, has no holder; of the rest the server's clock says which are free again.
    public static BsonDocument Due(SubscriptionKind kind, DateTimeOffset now, long last) => new BsonDocument(Active)
    {
        { KindField, KebabEnumSerializer<SubscriptionKind>.WordOf(kind) },
        { "dueAt", new BsonDocument("$lte", SourceFields.Date(now)) },
        { "cursor", new BsonDocument("$lt", last) },
        {
            "$or", new BsonArray
            {
                new BsonDocument("holder", BsonNull.Value),
                new BsonDocument("$expr", new BsonDocument("$lte", new BsonArray { "$heldUntil", "$$NOW" })),
            }
        },
    };
}
