using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.LocalMongo.Tests.Support;

namespace Pipeline.LocalMongo.Tests.Engine;

public sealed class TransactionTests(EngineFixture engine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task Transaction_CommittedOrNot_StoresAllOrNothing(bool commit, int stored)
    {
        var papers = await CreatedAsync();
        using var session = await engine.Client.StartSessionAsync(cancellationToken: Token);
        session.StartTransaction();
        await papers.InsertOneAsync(session, new("_id", 1), cancellationToken: Token);
        await papers.InsertOneAsync(session, new("_id", 2), cancellationToken: Token);
        var seenInside = await papers.CountDocumentsAsync(session, new BsonDocument(), cancellationToken: Token);
        var seenOutside = await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token);

        await (commit ? session.CommitTransactionAsync(Token) : session.AbortTransactionAsync(Token));

        Assert.Equal((2, 0), (seenInside, seenOutside));
        Assert.Equal(stored, await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
    }

    [Fact]
    public async Task Transaction_MeetingADuplicateKey_IsOver()
    {
        var papers = await CreatedAsync();
        await papers.InsertOneAsync(new("_id", 1), cancellationToken: Token);
        using var session = await engine.Client.StartSessionAsync(cancellationToken: Token);
        session.StartTransaction();
        await papers.InsertOneAsync(session, new("_id", 2), cancellationToken: Token);

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => papers.InsertOneAsync(session, new("_id", 1), cancellationToken: Token));
        var commit = await Assert.ThrowsAsync<MongoCommandException>(() => session.CommitTransactionAsync(Token));

        Assert.Equal((11000, 251), (error.WriteError.Code, commit.Code));
        Assert.Equal(1, await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
    }

    [Fact]
    public async Task Transactions_RacingForOneDocument_AreRepeatedByTheDriverUntilAllCount()
    {
        var papers = await CreatedAsync();
        await papers.InsertOneAsync(new() { { "_id", 1 }, { "count", 0 } }, cancellationToken: Token);

        await Parallel.ForEachAsync(Enumerable.Range(0, 20), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Token }, async (_, token) =>
        {
            using var session = await engine.Client.StartSessionAsync(cancellationToken: token);
            await session.WithTransactionAsync(
                (s, t) => papers.UpdateOneAsync(s, new BsonDocument("_id", 1), new BsonDocument("$inc", new BsonDocument("count", 1)), cancellationToken: t),
                cancellationToken: token);
        });

        Assert.Equal(20, (await papers.Find(new BsonDocument()).SingleAsync(Token))["count"].AsInt32);
    }

    private async Task<IMongoCollection<BsonDocument>> CreatedAsync()
    {
        var papers = engine.NewCollection();
        await engine.Database.CreateCollectionAsync(papers.CollectionNamespace.CollectionName, cancellationToken: Token);
        return papers;
    }
}
