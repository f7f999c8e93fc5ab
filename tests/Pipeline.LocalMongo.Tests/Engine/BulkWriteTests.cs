using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.LocalMongo.Tests.Support;

namespace Pipeline.LocalMongo.Tests.Engine;

public sealed class BulkWriteTests(EngineFixture engine)
{
    private const int DuplicateKey = 11000;

    private static readonly BulkWriteOptions Unordered = new() { IsOrdered = false };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PipelineUpserts_OfNewDocuments_CreateThemAll()
    {
        var papers = engine.NewCollection();

        var result = await papers.BulkWriteAsync(Enumerable.Range(0, 200).Select(i => GuardedUpsert(i, 1, "new")), Unordered, Token);

        Assert.Equal(200, result.Upserts.Count);
        Assert.Equal(200, await papers.CountDocumentsAsync(new BsonDocument("text", "new"), cancellationToken: Token));
    }

    [Theory]
    [InlineData(1, "stored")]
    [InlineData(2, "stored")]
    [InlineData(3, "written")]
    public async Task PipelineUpsert_OverRevisionTwo_KeepsTheNewer(int revision, string expected)
    {
        var papers = engine.NewCollection();
        await papers.BulkWriteAsync([GuardedUpsert(1, 2, "stored")], Unordered, Token);

        await papers.BulkWriteAsync([GuardedUpsert(1, revision, "written")], Unordered, Token);

        Assert.Equal(expected, (await papers.Find(new BsonDocument()).SingleAsync(Token))["text"].AsString);
    }

    [Fact]
    public async Task PipelineUpserts_OverlappingInDifferentOrders_AllArrive()
    {
        var papers = engine.NewCollection();

        await Parallel.ForEachAsync(Enumerable.Range(1, 24), new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Token }, async (round, token) =>
        {
            var ids = Enumerable.Range(0, 100).ToArray();
            new Random(round).Shuffle(ids);
            await WriteUntilDoneAsync(papers, [.. ids.Select(id => GuardedUpsert(id, round, $"round {round}"))], token);
        });

        Assert.Equal(100, await papers.CountDocumentsAsync(new BsonDocument("text", "round 24"), cancellationToken: Token));
    }

    [Fact]
    public async Task PipelineUpserts_FromEightClientsIntoANewCollection_AllArrive()
    {
        var papers = engine.NewCollection();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(client => papers.BulkWriteAsync(
            Enumerable.Range(client * 50, 50).Select(id => GuardedUpsert(id, 1, "new")), Unordered, Token)));

        Assert.Equal(400, await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
    }

    [Fact]
    public async Task Insert_RepeatedWithTheSameTransactionNumber_IsDoneOnceAndAnsweredTwice()
    {
        var papers = engine.NewCollection();
        using var session = await engine.Client.StartSessionAsync(cancellationToken: Token);
        var insert = new BsonDocument
        {
            { "insert", papers.CollectionNamespace.CollectionName },
            { "documents", new BsonArray { new BsonDocument("_id", 1) } },
            { "txnNumber", 1000L },
        };

        var first = await engine.Database.RunCommandAsync<BsonDocument>(session, insert, cancellationToken: Token);
        var second = await engine.Database.RunCommandAsync<BsonDocument>(session, insert, cancellationToken: Token);

        Assert.Equal((1, 1), (first["n"].ToInt32(), second["n"].ToInt32()));
        Assert.False(second.Contains("writeErrors"));
    }

    [Fact]
    public async Task MixedWrites_InOneBulk_AreCountedByKind()
    {
        var papers = engine.NewCollection();
        await papers.InsertManyAsync([new("_id", 1), new("_id", 2)], cancellationToken: Token);

        var result = await papers.BulkWriteAsync(
            [
                new InsertOneModel<BsonDocument>(new("_id", 3)),
                new UpdateOneModel<BsonDocument>(new BsonDocument("_id", 1), new BsonDocument("$set", new BsonDocument("x", 1))),
                new UpdateOneModel<BsonDocument>(new BsonDocument("_id", 4), new BsonDocument("$setOnInsert", new BsonDocument("x", 1))) { IsUpsert = true },
                new DeleteOneModel<BsonDocument>(new BsonDocument("_id", 2)),
            ],
            cancellationToken: Token);

        Assert.Equal((1, 1, 1, 1), (result.InsertedCount, result.ModifiedCount, result.Upserts.Count, result.DeletedCount));
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public async Task DuplicateId_InTheMiddle_IsReportedWithItsIndex(bool ordered, int stored)
    {
        var papers = engine.NewCollection();
        var options = new InsertManyOptions { IsOrdered = ordered };

        var error = await Assert.ThrowsAsync<MongoBulkWriteException<BsonDocument>>(
            () => papers.InsertManyAsync([new("_id", 1), new("_id", 2), new("_id", 1), new("_id", 3)], options, Token));

        Assert.Equal((2, DuplicateKey), (Assert.Single(error.WriteErrors).Index, error.WriteErrors[0].Code));
        Assert.Equal(stored, await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
    }

    // What a store has to do with a real MongoDB as well: two upserts that race for one id may collide.
    private static async Task WriteUntilDoneAsync(
        IMongoCollection<BsonDocument> papers, List<WriteModel<BsonDocument>> writes, CancellationToken token)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                await papers.BulkWriteAsync(writes, Unordered, token);
                return;
            }
            catch (MongoBulkWriteException e) when (e.WriteErrors.All(error => error.Code == DuplicateKey))
            {
                writes = [.. e.WriteErrors.Select(error => writes[error.Index])];
            }
        }

        Assert.Fail("the same writes collided again and again");
    }

    private static WriteModel<BsonDocument> GuardedUpsert(int id, int revision, string text)
    {
        var isNewer = new BsonDocument("$gt", new BsonArray { revision, new BsonDocument("$ifNull", new BsonArray { "$revision", 0 }) });
        BsonDocument Guarded(string field, BsonValue value)
            => new("$cond", new BsonArray { isNewer, new BsonDocument("$literal", value), field });

        var stage = new BsonDocument("$set", new BsonDocument { { "text", Guarded("$text", text) }, { "revision", Guarded("$revision", revision) } });
        return new UpdateOneModel<BsonDocument>(new BsonDocument("_id", id), Builders<BsonDocument>.Update.Pipeline(new[] { stage })) { IsUpsert = true };
    }
}
