using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests.Papers;

/// <summary>A join that broke off between its writes, and papers stored by an earlier release.</summary>
public sealed class JoinRecoveryTests : IAsyncLifetime
{
    private const string Arxiv = "arxiv:2603.00001";
    private const string Title = "title:abc";

    private MongoTestStore? _store;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MongoTestStore Store => _store ?? throw new InvalidOperationException("Created before each test.");

    private IMongoCollection<BsonDocument> Documents => Store.Database.GetCollection<BsonDocument>("papers");

    public async ValueTask InitializeAsync() => _store = await MongoTestStore.CreateAsync();

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    [Fact]
    public async Task Join_ThatDiedBeforeItRemovedTheFormerPaper_IsFinishedByTheNextDelivery()
    {
        await UpsertAsync("a", 0, Paper(Title));
        var former = await Documents.Find(new BsonDocument("_id", Title)).SingleAsync(Token);
        var first = await UpsertAsync("b", 1, Paper(Arxiv, Title));
        await Documents.InsertOneAsync(former, cancellationToken: Token);

        var again = await UpsertAsync("b", 1, Paper(Arxiv, Title));

        Assert.Equal(first, again);
        Assert.Equal([Title], again.Joined);
        Assert.Equal([Arxiv], await IdsAsync());
    }

    [Fact]
    public async Task Join_ThatDied_IsFinishedByAnyListingThatMeetsThePaper()
    {
        await UpsertAsync("a", 0, Paper(Title));
        var former = await Documents.Find(new BsonDocument("_id", Title)).SingleAsync(Token);
        await UpsertAsync("b", 1, Paper(Arxiv, Title));
        await Documents.InsertOneAsync(former, cancellationToken: Token);

        await UpsertAsync("c", 2, Paper(Title));

        Assert.Equal([Arxiv], await IdsAsync());
        var paper = await Store.Papers.FindAsync(Title, Token);
        Assert.Equal(["a", "b", "c"], paper!.Sightings.Select(sighting => sighting.ListingId));
        Assert.Equal([(Title, "b")], paper.Joins.Select(join => (join.FormerId, join.ListingId)));
    }

    [Fact]
    public async Task PaperOfAnEarlierRelease_IsReadAndGetsOriginsWhenItIsMet()
    {
        await UpsertAsync("a", 0, Paper(Title));
        await Documents.UpdateOneAsync(
            new BsonDocument(),
            new BsonDocument("$unset", new BsonDocument { { "version", 1 }, { "state", 1 }, { "provenance", 1 }, { "joins", 1 }, { "withdrawnBy", 1 } }),
            cancellationToken: Token);
        var former = await Store.Papers.FindAsync(Title, Token);
        Assert.Equal((0, 0, PaperState.Active), (former!.Provenance.Count, former.Joins.Count, former.State));

        await UpsertAsync("b", 1, Paper(Arxiv, Title) with { Authors = [] });

        var paper = (await Store.Papers.FindAsync(Title, Token))!;
        Assert.Equal(Arxiv, paper.Id);
        var authors = Assert.Single(paper.Provenance, group => group.Fields.Contains(FieldNames.Authors)).Origin;
        Assert.Equal((SourceAuthority.Index, "a", "source-of-a", Some.Time()), (authors.Authority, authors.ListingId, authors.SourceId, authors.ObservedAt));
    }

    [Fact]
    public async Task PaperOfAnEarlierReleaseUnderALesserKey_MovesToItsBestOne()
    {
        await UpsertAsync("a", 0, Paper(Title));
        await Documents.UpdateOneAsync(
            new BsonDocument(), new BsonDocument("$set", new BsonDocument("aliases", new BsonArray { Arxiv, Title })), cancellationToken: Token);

        var outcome = await UpsertAsync("b", 1, Paper(Title));

        Assert.Equal((Arxiv, Title), (outcome.PaperId, Assert.Single(outcome.Joined)));
        Assert.Equal([Arxiv], await IdsAsync());
    }

    private async Task<UpsertOutcome> UpsertAsync(string listing, int minutes, ParsedPaper paper)
        => Assert.Single(await Store.Papers.UpsertAsync(Some.Observation(listing, minutes), [paper], Token));

    private async Task<IEnumerable<string>> IdsAsync()
        => (await Documents.Find(new BsonDocument()).ToListAsync(Token)).Select(document => document["_id"].AsString);

    private static ParsedPaper Paper(params string[] aliases)
        => Some.Paper(aliases[0], "A title that all share") with { Aliases = aliases, Authority = SourceAuthority.Index };
}
