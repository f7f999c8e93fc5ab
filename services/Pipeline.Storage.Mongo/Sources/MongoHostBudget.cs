using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Mongo.Sources;

/// <summary>Turns at hosts in MongoDB, one document each. Every time in it is the server's, read and written in one statement.</summary>
internal sealed class MongoHostBudget(MongoCollections collections) : IHostBudget
{
    private const string Now = "$$NOW";

    private readonly IMongoCollection<BsonDocument> _hosts = collections.Hosts;

    public async Task<TimeSpan> TryTakeAsync(string host, Guid holder, TimeSpan interval, TimeSpan hold, CancellationToken cancellationToken)
    {
        var me = SourceFields.Key(holder);
        var notTaken = Any(Is("$eq", OrNull("holder"), BsonNull.Value), Is("$eq", "$holder", me), Is("$lte", OrNull("heldUntil"), Now));
        var free = new BsonDocument("$and", new BsonArray { notTaken, Is("$lte", OrNull("nextAt"), Now) });

        // Two stages: the second decides by what the first found, before any of it is changed.
        var update = Builders<BsonDocument>.Update.Pipeline(new[]
        {
            Set(new() { { "taken", free }, { "askedAt", Now } }),
            Set(new()
            {
                { "holder", IfTaken(me, "holder") },
                { "heldUntil", IfTaken(Later(hold), "heldUntil") },
                { "nextAt", IfTaken(Later(interval), "nextAt") },
            }),
        });

        var after = await _hosts.UpsertAsync(host, update, cancellationToken);
        return after["taken"].AsBoolean
            ? TimeSpan.Zero
            : HostWait.Before(Time(after["askedAt"]), Time(after["nextAt"]), after["holder"].IsBsonNull ? null : Time(after["heldUntil"]));
    }

    public async Task<bool> RenewAsync(string host, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
    {
        var renew = Builders<BsonDocument>.Update.Pipeline(new[] { Set(new("heldUntil", Later(hold))) });
        return (await _hosts.UpdateOneAsync(Held(host, holder), renew, cancellationToken: cancellationToken)).MatchedCount > 0;
    }

    public Task ReleaseAsync(string host, Guid holder, TimeSpan pause, CancellationToken cancellationToken)
    {
        var release = Builders<BsonDocument>.Update.Pipeline(new[]
        {
            Set(new()
            {
                { "holder", BsonNull.Value },
                { "nextAt", new BsonDocument("$max", new BsonArray { "$nextAt", Later(pause) }) },
            }),
        });
        return _hosts.UpdateOneAsync(Held(host, holder), release, cancellationToken: cancellationToken);
    }

    private static BsonDocument Held(string host, Guid holder) => new() { { "_id", host }, { "holder", SourceFields.Key(holder) } };

    // The server's clock is cut to milliseconds: one more, and a wait is never shorter than it was asked to be.
    private static BsonValue Later(TimeSpan wait)
        => wait > TimeSpan.Zero
            ? new BsonDocument("$add", new BsonArray { Now, (long)Math.Ceiling(wait.TotalMilliseconds) + 1 })
            : Now;

    private static BsonDocument Set(BsonDocument fields) => new("$set", fields);

    private static BsonDocument Any(params BsonValue[] conditions) => new("$or", new BsonArray(conditions));

    private static BsonDocument Is(string comparison, BsonValue left, BsonValue right) => new(comparison, new BsonArray { left, right });

    // Null sorts before every time, so a host never asked is free.
    private static BsonDocument OrNull(string field) => new("$ifNull", new BsonArray { $"${field}", BsonNull.Value });

    private static BsonDocument IfTaken(BsonValue value, string field) => new("$cond", new BsonArray { "$taken", value, OrNull(field) });

    private static DateTimeOffset Time(BsonValue value) => new(value.ToUniversalTime());
}
