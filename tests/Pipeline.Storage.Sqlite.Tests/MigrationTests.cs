using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests;

/// <summary>A database of an older version is brought up to date where it stands, and nothing in it is lost.</summary>
public sealed class MigrationTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();
    private readonly DataFolder _fresh = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prepare_OverVersionOne_KeepsPapersSectionsAndListings()
    {
        Given(VersionOne.Tables, VersionOne.Rows);

        var services = await _folder.PrepareAsync();

        var papers = services.GetRequiredService<IPaperStore>();
        var paper = await papers.FindAsync(VersionOne.PaperId, Token);
        Assert.Equal(("A test of migrations", 2, "cs.CV"), (paper?.Title, paper?.Claims?.Analysis.Claims.Count, paper?.Topics?.Analysis.Topics[0].Id));
        Assert.Equal(new(Papers: 1, Pending: 0, Claims: 2, WithTopics: 1), await papers.SummariseAsync(VersionOne.ListingId, Token));
        var listing = await services.GetRequiredService<IListingStore>().FindAsync(VersionOne.ListingId, Token);
        Assert.Equal((ListingState.Parsed, 1), (listing?.State, listing?.Result?.Papers));
    }

    [Fact]
    public async Task Prepare_OverVersionOne_LetsItsClaimsBeFoundByWhatTheyName()
    {
        Given(VersionOne.Tables, VersionOne.Rows);

        var papers = (await _folder.PrepareAsync()).GetRequiredService<IPaperStore>();

        var hit = Assert.Single(await papers.SearchClaimsAsync(new() { Dataset = "Image-Net", MinValue = 90 }, Token).ToListAsync(Token));
        Assert.Equal((VersionOne.PaperId, "91.5 %", true), (hit.PaperId, hit.Claim.Quantities[0].Text, hit.Main));
        Assert.Empty(await papers.SearchClaimsAsync(new() { Dataset = "CIFAR-10" }, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Prepare_OverAClaimThatCannotBe_OpensWithoutIt()
    {
        Given(VersionOne.Tables, VersionOne.Rows, """UPDATE claims SET json = replace(json, '"end":81', '"end":80')""");

        var papers = (await _folder.PrepareAsync()).GetRequiredService<IPaperStore>();

        Assert.Empty(await papers.SearchClaimsAsync(new() { Dataset = "ImageNet" }, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Prepare_OverVersionOne_MakesTheTablesOfThisVersion()
    {
        Given(VersionOne.Tables, VersionOne.Rows);

        var services = await _folder.PrepareAsync();

        Assert.True(await services.GetRequiredService<IFetchRunStore>().TryCreateAsync(SomeSource.Run(), Token));
        Assert.Equal(await FormAsync(await _fresh.PrepareAsync()), await FormAsync(services));
    }

    [Fact]
    public async Task Prepare_OverVersionOneFromManyAtOnce_Succeeds()
    {
        Given(VersionOne.Tables, VersionOne.Rows);

        var prepared = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _folder.PrepareAsync(), Token)));

        Assert.NotNull(await prepared[5].GetRequiredService<IPaperStore>().FindAsync(VersionOne.PaperId, Token));
    }

    [Fact]
    public async Task Prepare_ThatFailsHalfWay_LeavesTheOldVersionAsItWas()
    {
        Given(VersionOne.Tables, VersionOne.Rows, "CREATE TABLE fetch_cache (in_the_way TEXT)");

        await Assert.ThrowsAsync<SqliteException>(() => _folder.PrepareAsync());

        Given("DROP TABLE fetch_cache");
        var services = await _folder.PrepareAsync();
        Assert.NotNull(await services.GetRequiredService<IPaperStore>().FindAsync(VersionOne.PaperId, Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _folder.DisposeAsync();
        await _fresh.DisposeAsync();
    }

    private void Given(params string[] scripts)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        foreach (var script in scripts)
        {
            using var command = connection.CreateCommand();
            command.CommandText = script;
            command.ExecuteNonQuery();
        }
    }

    private static Task<List<string>> FormAsync(ServiceProvider services)
        => services.GetRequiredService<SqliteDatabase>().ReadAsync(
            session => session.List(
                "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema UNION ALL SELECT CAST(user_version AS TEXT) FROM pragma_user_version ORDER BY 1",
                row => row.GetString(0)),
            Token);
}
