using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests.Papers;

public sealed class MongoPaperStoreTests : IAsyncLifetime
{
    private MongoTestStore? _store;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MongoTestStore Store => _store ?? throw new InvalidOperationException("Created before each test.");

    public async ValueTask InitializeAsync() => _store = await MongoTestStore.CreateAsync();

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    [Fact]
    public async Task Paper_WithEveryField_ReadsBackEqual()
    {
        var outcome = Assert.Single(await Store.Papers.UpsertAsync(Some.Observation(), [Full.Listed], Token));
        var claims = Full.Paper.Claims! with { Revision = outcome.Revision };
        var topics = Full.Paper.Topics! with { Revision = outcome.Revision };

        await Store.Papers.SaveClaimsAsync([new(outcome.PaperId, claims)], Token);
        var saved = await Store.Papers.SaveTopicsAsync([new(outcome.PaperId, topics)], Token);

        var expected = Full.Paper with { Claims = claims, Topics = topics, Enriched = saved[0].Completed, Pending = false };
        Assert.Equal(Canonical.Json(expected), Canonical.Json(await Store.Papers.FindAsync("title:abc", Token)));
    }

    [Fact]
    public async Task SaveClaims_OfASectionAbove15Megabytes_RefusesItAlone()
    {
        var papers = await Store.Papers.UpsertAsync(Some.Observation(), Some.Papers(2), Token);

        var saved = await Store.Papers.SaveClaimsAsync([Swollen(papers[0], sentences: 120_000), Some.Claims(papers[1])], Token);

        Assert.Equal([SectionState.Refused, SectionState.Saved], saved.Select(s => s.State));
        Assert.Contains("15728640", saved[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveTopics_OfASectionThatOutgrowsTheDocument_RefusesItAlone()
    {
        var papers = await Store.Papers.UpsertAsync(Some.Observation(), Some.Papers(2), Token);
        var claims = await Store.Papers.SaveClaimsAsync([Swollen(papers[0], sentences: 70_000)], Token);
        Assert.Equal(SectionState.Saved, Assert.Single(claims).State);

        var saved = await Store.Papers.SaveTopicsAsync(
            [Some.Topics(papers[0], topics: [.. Enumerable.Repeat(new string('x', 1000), 7_000)]), Some.Topics(papers[1])], Token);

        Assert.Equal([SectionState.Refused, SectionState.Saved], saved.Select(s => s.State));
        Assert.Null((await Store.Papers.FindAsync(papers[0].PaperId, Token))!.Topics);
    }

    [Fact]
    public async Task Upsert_OfHalfASurrogatePair_StoresAReplacementOfTheSameLength()
    {
        var listed = Some.Paper(1, "A \ud800 title", "Broken \udc00 text.");
        var outcome = Assert.Single(await Store.Papers.UpsertAsync(Some.Observation(), [listed], Token));

        var paper = await Store.Papers.FindAsync(outcome.PaperId, Token);

        Assert.Equal(("A \ufffd title", "Broken \ufffd text."), (paper!.Title, paper.Abstract));
        Assert.Equal(outcome.Revision, PaperText.Revision(paper.Title, paper.Abstract));
    }

    [Fact]
    public async Task Upsert_OfAnotherSighting_DoesNotWriteTheWordsAgain()
    {
        await Store.Papers.UpsertAsync(Some.Observation("a"), [Some.Paper(1)], Token);
        var papers = Store.Database.GetCollection<BsonDocument>("papers");
        var mark = new BsonArray { "mark" };
        await papers.UpdateOneAsync(
            new BsonDocument(), new BsonDocument("$set", new BsonDocument("words", mark)), cancellationToken: Token);

        await Store.Papers.UpsertAsync(Some.Observation("b", minutes: 1), [Some.Paper(1)], Token);

        var document = await papers.Find(new BsonDocument()).SingleAsync(Token);
        Assert.Equal((mark, 2), (document["words"].AsBsonArray, document["sightings"].AsBsonArray.Count));
    }

    [Fact]
    public async Task SearchClaims_StoredBeforeThereWereKeys_FindsThemAllTheSame()
    {
        var outcome = Assert.Single(await Store.Papers.UpsertAsync(Some.Observation(), [Full.Listed], Token));
        await Store.Papers.SaveClaimsAsync([new(outcome.PaperId, Full.Paper.Claims! with { Revision = outcome.Revision })], Token);
        var papers = Store.Database.GetCollection<BsonDocument>("papers");
        Assert.Equal(["dataset:imagenet", "metric:we"], (await papers.Find(new BsonDocument()).SingleAsync(Token))["claimKeys"].AsBsonArray.Select(key => key.AsString));
        await papers.UpdateOneAsync(new BsonDocument(), new BsonDocument("$unset", new BsonDocument("claimKeys", "")), cancellationToken: Token);

        Assert.Single(await Store.Papers.SearchClaimsAsync(new() { Dataset = "Image Net" }, Token).ToListAsync(Token));
        Assert.Empty(await Store.Papers.SearchClaimsAsync(new() { Dataset = "CIFAR-10" }, Token).ToListAsync(Token));
    }

    private static SectionWrite<ClaimsSection> Swollen(UpsertOutcome paper, int sentences)
    {
        var write = Some.Claims(paper);
        var analysis = write.Section.Analysis;
        return write with
        {
            Section = write.Section with { Analysis = analysis with { Sentences = [.. Enumerable.Repeat(analysis.Sentences[0], sentences)] } },
        };
    }
}
