using Microsoft.Extensions.DependencyInjection;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests;

public sealed class MongoSetupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Prepare_CreatesTheIndexes_ThoseForSearchesOnlyWhenAskedTo(string searchIndexes, bool withSearches)
    {
        await using var store = await MongoTestStore.CreateAsync(("Mongo:SearchIndexes", searchIndexes));

        string[] always = ["_id_", "byAlias", "byListing", "pendingBySweep"];
        Assert.Equal(
            (withSearches ? [.. always, "byClaimsVersion", "byDay", "byNameInClaims", "byTopic", "byTopicsVersion", "byWord", "newest"] : always).Order(StringComparer.Ordinal),
            await IndexesAsync(store, "papers"));
        Assert.Equal(["_id_", "latestOfSource", "oldest", "unparsedBySweep"], await IndexesAsync(store, "listings"));
        Assert.Equal(["_id_", "byDay"], await IndexesAsync(store, "dayAnswers"));
        Assert.Equal(["_id_", "latest", "latestOfSource", "openByDueTime"], await IndexesAsync(store, "fetchRuns"));
        Assert.Equal(["_id_", "latest"], await IndexesAsync(store, "reprocessRuns"));
        Assert.Equal(["_id_", "byRun"], await IndexesAsync(store, "reprocessDigests"));
        Assert.Equal(["_id_", "byEvent", "byPaper", "bySource", "byTopic", "trimmed"], await IndexesAsync(store, "changes"));
        Assert.Equal(["_id_", "byDueTime", "byName"], await IndexesAsync(store, "subscriptions"));
        Assert.Equal(["_id_", "latest", "latestOfSubscription"], await IndexesAsync(store, "subscriptionEvents"));
        Assert.Equal(["_id_", "latestOfSubscription", "oldest"], await IndexesAsync(store, "deliveryAttempts"));
        Assert.Equal(["_id_", "byPaper", "latestOfSubscription"], await IndexesAsync(store, "digestIssues"));
    }

    [Fact]
    public async Task Prepare_ByManyProcessesOnAnEmptyServer_Succeeds()
    {
        await using var store = await MongoTestStore.CreateAsync();
        await store.Database.Client.DropDatabaseAsync(store.Database.DatabaseNamespace.DatabaseName, Token);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.Setup.PrepareAsync(Token), Token)));

        Assert.Contains("pendingBySweep", await IndexesAsync(store, "papers"));
    }

    [Fact]
    public async Task Prepare_WhenAnIndexOfThatNameHasOtherFields_SaysToDropIt()
    {
        await using var store = await MongoTestStore.CreateAsync();
        await store.Database.DropCollectionAsync("papers", Token);
        await store.Database.GetCollection<BsonDocument>("papers").Indexes.CreateOneAsync(
            new CreateIndexModel<BsonDocument>(new BsonDocument("title", 1), new() { Name = "byAlias" }), cancellationToken: Token);

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(() => store.Setup.PrepareAsync(Token));

        Assert.Contains("Drop that index", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_WhenNothingAnswers_SaysWhereAndWhatToDoWithoutThePassword()
    {
        await using var provider = MongoTestStore.Configured(
            "mongodb://someone:secret@127.0.0.1:1/?authSource=admin", ("Mongo:ConnectTimeout", "00:00:00.200"));

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(
            () => provider.GetRequiredService<IStoreSetup>().PrepareAsync(Token));

        Assert.StartsWith("MongoDB at 127.0.0.1:1, database papers, did not answer within 0.2 s.", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Mongo:ConnectionString", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> IndexesAsync(MongoTestStore store, string collection)
    {
        var indexes = await (await store.Database.GetCollection<BsonDocument>(collection).Indexes.ListAsync(Token)).ToListAsync(Token);
        return indexes.Select(index => index["name"].AsString).Order(StringComparer.Ordinal);
    }
}
