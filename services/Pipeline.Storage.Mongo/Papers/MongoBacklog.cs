using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>What waits, counted over the waiting documents alone.</summary>
internal sealed class MongoBacklog(MongoCollections collections) : IBacklog
{
    public async Task<IReadOnlyList<StageBacklog>> MeasureAsync(CancellationToken cancellationToken) =>
    [
        await MeasureAsync(StageNames.Parse, collections.Listings, new("state", "fetched"), "$fetchedAt", cancellationToken),
        await MeasureAsync(StageNames.Claims, collections.Papers, Lacking(Stage.ClaimsField), "$observedAt", cancellationToken),
        await MeasureAsync(StageNames.Topics, collections.Papers, Lacking(Stage.TopicsField), "$observedAt", cancellationToken),
    ];

    private static BsonDocument Lacking(string section) => new()
    {
        { "pending", true },
        { "$expr", new BsonDocument("$ne", new BsonArray { "$revision", new BsonDocument("$ifNull", new BsonArray { $"${section}.revision", "" }) }) },
    };

    private static async Task<StageBacklog> MeasureAsync(
        string stage, IMongoCollection<BsonDocument> collection, BsonDocument waiting, string obtained, CancellationToken cancellationToken)
    {
        var sum = await collection.Aggregate()
            .Match(waiting)
            .Group(new BsonDocument
            {
                { "_id", BsonNull.Value },
                { "waiting", new BsonDocument("$sum", 1) },
                { "oldest", new BsonDocument("$min", obtained) },
            })
            .FirstOrDefaultAsync(cancellationToken);
        return sum is null ? new(stage, 0, null) : new(stage, sum["waiting"].ToInt64(), sum["oldest"].ToUniversalTime());
    }
}
