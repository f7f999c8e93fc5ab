using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.LocalMongo.Tests.Support;

namespace Pipeline.LocalMongo.Tests.Engine;

public sealed class IndexTests(EngineFixture engine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IndexKeysDefinitionBuilder<BsonDocument> Keys => Builders<BsonDocument>.IndexKeys;

    [Fact]
    public async Task UniqueIndex_MeetingTheSameValueAgain_RefusesWithDuplicateKey()
    {
        var papers = engine.NewCollection();
        await papers.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Keys.Ascending("doi"), new() { Unique = true }), cancellationToken: Token);
        await papers.InsertOneAsync(new("doi", "10.1/a"), cancellationToken: Token);

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => papers.InsertOneAsync(new("doi", "10.1/a"), cancellationToken: Token));

        Assert.Equal(11000, error.WriteError.Code);
        Assert.Equal(ServerErrorCategory.DuplicateKey, error.WriteError.Category);
    }

    [Fact]
    public async Task PartialUniqueIndex_OutsideItsFilter_AllowsTheSameValue()
    {
        var papers = engine.NewCollection();
        var options = new CreateIndexOptions<BsonDocument> { Unique = true, PartialFilterExpression = new BsonDocument("live", true) };
        await papers.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Keys.Ascending("doi"), options), cancellationToken: Token);

        await papers.InsertManyAsync([Paper(false), Paper(false), Paper(true)], cancellationToken: Token);
        var error = await Assert.ThrowsAsync<MongoWriteException>(() => papers.InsertOneAsync(Paper(true), cancellationToken: Token));

        Assert.Equal(11000, error.WriteError.Code);

        static BsonDocument Paper(bool live) => new() { { "doi", "10.1/a" }, { "live", live } };
    }

    [Fact]
    public async Task MultikeyIndex_OverNestedValues_FindsByElement()
    {
        var papers = engine.NewCollection();
        await papers.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Keys.Ascending("topics.code")), cancellationToken: Token);
        await papers.InsertManyAsync(
            [
                new() { { "_id", 1 }, { "topics", new BsonArray { new BsonDocument("code", "a"), new BsonDocument("code", "b") } } },
                new() { { "_id", 2 }, { "topics", new BsonArray { new BsonDocument("code", "c") } } },
            ],
            cancellationToken: Token);

        Assert.Equal(1, (await papers.Find(new BsonDocument("topics.code", "b")).SingleAsync(Token))["_id"].AsInt32);
    }

    [Fact]
    public async Task Indexes_CreatedTwice_AreListedOnce()
    {
        var papers = engine.NewCollection();
        for (var i = 0; i < 2; i++)
        {
            await papers.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Keys.Ascending("year"), new() { Name = "by-year" }), cancellationToken: Token);
        }

        var names = (await (await papers.Indexes.ListAsync(Token)).ToListAsync(Token)).Select(index => index["name"].AsString);

        Assert.Equal(["_id_", "by-year"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Indexes_CreatedByEightClientsAtOnce_AllSucceed()
    {
        var papers = engine.NewCollection();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => papers.Indexes.CreateManyAsync(
            [new(Keys.Ascending("year"), new() { Name = "by-year" }), new(Keys.Text("title"), new() { Name = "by-text" })], Token)));

        Assert.Equal(3, (await (await papers.Indexes.ListAsync(Token)).ToListAsync(Token)).Count);
    }

    [Theory]
    [InlineData("\"dark matter\"", new[] { 1 })]
    [InlineData("matter", new[] { 1, 2 })]
    [InlineData("matter -dark", new[] { 2 })]
    [InlineData("telescope", new int[0])]
    public async Task TextSearch_ForWordsAndPhrases_FindsTheRightPapers(string query, int[] expected)
    {
        var papers = engine.NewCollection();
        await papers.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Keys.Text("title").Text("abstract")), cancellationToken: Token);
        await papers.InsertManyAsync(
            [
                new() { { "_id", 1 }, { "title", "Dark matter halos" }, { "abstract", "Simulations of galaxies." } },
                new() { { "_id", 2 }, { "title", "Soft things" }, { "abstract", "Matter that flows." } },
            ],
            cancellationToken: Token);

        var found = await papers.Find(Builders<BsonDocument>.Filter.Text(query)).ToListAsync(Token);

        Assert.Equal(expected, found.Select(d => d["_id"].AsInt32).Order());
    }

    [Fact]
    public async Task TextSearch_SortedByScore_CountsTopicsOfTheHits()
    {
        var papers = engine.NewCollection();
        await papers.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Keys.Text("title")), cancellationToken: Token);
        await papers.InsertManyAsync(
            Enumerable.Range(0, 6).Select(i => new BsonDocument { { "title", i < 4 ? "dark matter" : "bright light" }, { "topics", new BsonArray { "all", i % 2 == 0 ? "even" : "odd" } } }),
            cancellationToken: Token);

        var counts = await papers.Aggregate()
            .Match(Builders<BsonDocument>.Filter.Text("matter"))
            .Unwind("topics")
            .Group(new BsonDocument { { "_id", "$topics" }, { "count", new BsonDocument("$sum", 1) } })
            .Sort(new BsonDocument { { "count", -1 }, { "_id", 1 } })
            .ToListAsync(Token);

        Assert.Equal([("all", 4), ("even", 2), ("odd", 2)], counts.Select(d => (d["_id"].AsString, d["count"].ToInt32())));
    }
}
