using MongoDB.Bson;
using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Storage.Mongo.Listings;

/// <summary>A <see cref="ListingQuery"/> as filters, page by page.</summary>
internal static class MongoListingQuery
{
    public static BsonDocument OldestFirst { get; } = new() { { "fetchedAt", 1 }, { "_id", 1 } };

    public static BsonDocument Filter(ListingQuery query)
    {
        var obtained = new BsonDocument();
        if (query.From is { } from)
        {
            obtained.Add("$gte", Date(from));
        }

        if (query.Before is { } before)
        {
            obtained.Add("$lt", Date(before));
        }

        var filter = obtained.ElementCount == 0 ? new BsonDocument() : new("fetchedAt", obtained);
        return query.SourceId is { } source ? filter.Add("sourceId", source) : filter;
    }

    /// <summary>What matches and comes after a document in the order of the stream.</summary>
    public static BsonDocument After(BsonDocument last, ListingQuery query)
    {
        var later = new BsonDocument("fetchedAt", new BsonDocument("$gt", last["fetchedAt"]));
        var next = new BsonDocument { { "fetchedAt", last["fetchedAt"] }, { "_id", new BsonDocument("$gt", last["_id"]) } };
        return new("$and", new BsonArray { Filter(query), new BsonDocument("$or", new BsonArray { later, next }) });
    }

    private static BsonDateTime Date(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());
}
