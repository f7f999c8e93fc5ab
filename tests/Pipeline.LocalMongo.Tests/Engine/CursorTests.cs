using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;
using Pipeline.LocalMongo.Tests.Support;

namespace Pipeline.LocalMongo.Tests.Engine;

public sealed class CursorTests(EngineFixture engine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(101)]
    [InlineData(499)]
    [InlineData(500)]
    public async Task Find_OverSeveralPages_ReturnsEveryDocumentOnce(int batchSize)
    {
        var papers = await FilledAsync(500);

        var ids = await papers.Find(new BsonDocument(), new() { BatchSize = batchSize }).SortBy(d => d["_id"]).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 500), ids.Select(d => d["_id"].AsInt32));
    }

    [Fact]
    public async Task Aggregate_OverSeveralPages_ReturnsEveryGroupOnce()
    {
        var papers = await FilledAsync(500);

        var groups = await papers.Aggregate(new AggregateOptions { BatchSize = 50 })
            .Group(new BsonDocument("_id", "$_id")).Sort(new BsonDocument("_id", 1)).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 500), groups.Select(d => d["_id"].AsInt32));
    }

    [Fact]
    public async Task Cursor_LeftAfterItsFirstPage_DoesNotDisturbTheNextQuery()
    {
        var papers = await FilledAsync(100);

        using (var cursor = await papers.FindAsync(new BsonDocument(), new FindOptions<BsonDocument> { BatchSize = 10 }, Token))
        {
            Assert.True(await cursor.MoveNextAsync(Token));
        }

        Assert.Equal(100, await papers.CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
    }

    [Fact]
    public async Task GridFs_FileOfSeveralChunks_ComesBackWholeAndCanBeDeleted()
    {
        var bucket = new GridFSBucket(engine.Database, new() { BucketName = "files" + engine.NewCollection().CollectionNamespace.CollectionName, ChunkSizeBytes = 1000 });
        var content = new byte[4_321];
        new Random(2).NextBytes(content);

        var id = await bucket.UploadFromBytesAsync("paper.pdf", content, cancellationToken: Token);
        var downloaded = await bucket.DownloadAsBytesAsync(id, cancellationToken: Token);
        await bucket.DeleteAsync(id, Token);

        Assert.Equal(content, downloaded);
        await Assert.ThrowsAsync<GridFSFileNotFoundException>(() => bucket.DownloadAsBytesAsync(id, cancellationToken: Token));
    }

    private async Task<IMongoCollection<BsonDocument>> FilledAsync(int count)
    {
        var papers = engine.NewCollection();
        await papers.InsertManyAsync(Enumerable.Range(0, count).Select(i => new BsonDocument { { "_id", i }, { "n", i } }), cancellationToken: Token);
        return papers;
    }
}
