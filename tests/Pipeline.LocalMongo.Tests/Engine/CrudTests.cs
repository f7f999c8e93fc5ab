using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.LocalMongo.Tests.Support;

namespace Pipeline.LocalMongo.Tests.Engine;

public sealed class CrudTests(EngineFixture engine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_Written_IsReadChangedAndDeleted()
    {
        var papers = engine.NewCollection();
        await papers.InsertOneAsync(new() { { "_id", "p1" }, { "title", "On éther" } }, cancellationToken: Token);

        var updated = await papers.UpdateOneAsync(new BsonDocument("_id", "p1"), Set("year", 2024), cancellationToken: Token);
        var found = await papers.Find(new BsonDocument("_id", "p1")).SingleAsync(Token);
        var deleted = await papers.DeleteOneAsync(new BsonDocument("_id", "p1"), Token);

        Assert.Equal(1, updated.ModifiedCount);
        Assert.Equal(new BsonDocument { { "_id", "p1" }, { "title", "On éther" }, { "year", 2024 } }, found);
        Assert.Equal(1, deleted.DeletedCount);
        Assert.Equal(0, await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
    }

    [Fact]
    public async Task Find_WithIn_ReturnsThoseThatExist()
    {
        var papers = engine.NewCollection();
        await papers.InsertManyAsync(Enumerable.Range(0, 10).Select(i => new BsonDocument("_id", i)), cancellationToken: Token);

        var found = await papers.Find(Builders<BsonDocument>.Filter.In("_id", new[] { 3, 7, 99 })).SortBy(d => d["_id"]).ToListAsync(Token);

        Assert.Equal([3, 7], found.Select(d => d["_id"].AsInt32));
    }

    [Theory]
    [InlineData(ReturnDocument.Before, null)]
    [InlineData(ReturnDocument.After, 5)]
    public async Task FindOneAndUpdate_UpsertingANewDocument_ReturnsWhatWasAskedFor(ReturnDocument which, int? expected)
    {
        var papers = engine.NewCollection();
        var options = new FindOneAndUpdateOptions<BsonDocument> { IsUpsert = true, ReturnDocument = which };

        var returned = await papers.FindOneAndUpdateAsync<BsonDocument>(new BsonDocument("_id", "p"), Set("revision", 5), options, Token);

        Assert.Equal(expected, returned?["revision"].AsInt32);
    }

    [Fact]
    public async Task FindOneAndUpdate_GuardedByANewerRevision_ChangesNothing()
    {
        var papers = engine.NewCollection();
        await papers.InsertOneAsync(new() { { "_id", "p" }, { "revision", 5 } }, cancellationToken: Token);

        var before = await papers.FindOneAndUpdateAsync<BsonDocument>(
            new BsonDocument { { "_id", "p" }, { "revision", new BsonDocument("$not", new BsonDocument("$gt", 4)) } },
            Set("revision", 4), cancellationToken: Token);

        Assert.Null(before);
        Assert.Equal(5, (await papers.Find(new BsonDocument()).SingleAsync(Token))["revision"].AsInt32);
    }

    [Fact]
    public async Task FindOneAndUpdate_SixteenAtOnce_LosesNoIncrement()
    {
        var papers = engine.NewCollection();
        await papers.InsertOneAsync(new() { { "_id", "p" }, { "count", 0 } }, cancellationToken: Token);

        await Parallel.ForEachAsync(Enumerable.Range(0, 160), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token }, async (_, token)
            => await papers.FindOneAndUpdateAsync<BsonDocument>(new BsonDocument("_id", "p"), new BsonDocument("$inc", new BsonDocument("count", 1)), cancellationToken: token));

        Assert.Equal(160, (await papers.Find(new BsonDocument()).SingleAsync(Token))["count"].AsInt32);
    }

    [Fact]
    public async Task Document_OfFifteenMegabytes_ComesBackWhole()
    {
        var papers = engine.NewCollection();
        var body = new byte[15 * 1024 * 1024];
        new Random(1).NextBytes(body);

        await papers.InsertOneAsync(new() { { "_id", "large" }, { "body", body } }, cancellationToken: Token);

        Assert.Equal(body, (await papers.Find(new BsonDocument()).SingleAsync(Token))["body"].AsByteArray);
    }

    [Fact]
    public async Task UnacknowledgedInsert_FollowedByARead_LeavesTheConnectionInStep()
    {
        var papers = engine.NewCollection();

        await papers.WithWriteConcern(WriteConcern.Unacknowledged).InsertOneAsync(new("_id", 1), cancellationToken: Token);
        for (var i = 0; i < 20; i++)
        {
            await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token);
        }

        Assert.Equal(1, await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
    }

    private static BsonDocument Set(string name, BsonValue value) => new("$set", new BsonDocument(name, value));
}
