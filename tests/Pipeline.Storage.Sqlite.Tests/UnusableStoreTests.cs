using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests;

/// <summary>A store that cannot be used says what is wrong, where, and what to do.</summary>
public sealed class UnusableStoreTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prepare_BelowAFile_NamesTheDirectoryAndTheOption()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "in the way", Token);
        var directory = Path.Combine(file, "data");

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(() => PrepareAsync(_folder.Open(directory)));

        Assert.Contains(directory, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("--data", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_OfADirectoryThatIsMissing_MakesIt()
    {
        var directory = Path.Combine(_folder.Path, "a", "b");

        await PrepareAsync(_folder.Open(directory));

        Assert.True(File.Exists(Path.Combine(directory, "pipeline.db")));
    }

    [Fact]
    public async Task Prepare_OverAFolderInPlaceOfTheFile_SaysItCannotBeOpened()
    {
        Directory.CreateDirectory(_folder.Database);

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(() => PrepareAsync(_folder.Open()));

        Assert.Contains($"{_folder.Database} cannot be opened", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_OverAFileThatIsNoDatabase_SaysSoAndLeavesIt()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter to my aunt. ", 500));
        await File.WriteAllTextAsync(_folder.Database, text, Encoding.UTF8, Token);

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(() => PrepareAsync(_folder.Open()));

        Assert.Contains($"{_folder.Database} is not a database", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(_folder.Database, Token));
    }

    [Fact]
    public async Task Prepare_OverANewerSchema_NamesBothVersions()
    {
        Execute($"PRAGMA user_version = {SqliteSchema.Version + 1}");

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(() => PrepareAsync(_folder.Open()));

        Assert.Contains($"schema {SqliteSchema.Version + 1}, known is {SqliteSchema.Version}", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_OverTheDatabaseOfAnotherProgram_RefusesIt()
    {
        Execute("CREATE TABLE bookmarks (url TEXT)");

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(() => PrepareAsync(_folder.Open()));

        Assert.Contains("belongs to another program", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_BeforePrepare_SaysTheFileIsNotThere()
    {
        var papers = _folder.Open().GetRequiredService<IPaperStore>();

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(
            () => papers.UpsertAsync(Some.Observation(), Some.Papers(1), Token));

        Assert.Contains($"{_folder.Database} cannot be opened", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WhileAnotherProcessHoldsTheLock_SaysSoAfterTheBusyTimeout_AndReadsGoOn()
    {
        var papers = (await _folder.PrepareAsync(busyTimeout: TimeSpan.FromSeconds(1))).GetRequiredService<IPaperStore>();
        await papers.UpsertAsync(Some.Observation(), Some.Papers(1), Token);
        using var other = Connect();
        Execute(other, "BEGIN IMMEDIATE");

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(
            () => papers.UpsertAsync(Some.Observation(), Some.Papers(2), Token));

        Assert.Contains($"{_folder.Database} is locked by another process", thrown.Message, StringComparison.Ordinal);
        Assert.NotNull(await papers.FindAsync(Some.Paper(1).Id, Token));

        Execute(other, "ROLLBACK");
        Assert.Equal(2, (await papers.UpsertAsync(Some.Observation(), Some.Papers(2), Token)).Count);
    }

    [Fact]
    public async Task Prepare_WhileAnotherProcessHoldsTheLock_SaysSo()
    {
        await _folder.PrepareAsync();
        using var other = Connect();
        Execute(other, "BEGIN IMMEDIATE");

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(
            () => PrepareAsync(_folder.Open(busyTimeout: TimeSpan.FromSeconds(1))));

        Assert.Contains("is locked by another process", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_OnAFullDisk_KeepsNothingOfTheCallAndAllOfTheEarlierOnes()
    {
        var services = await _folder.PrepareAsync();
        var papers = services.GetRequiredService<IPaperStore>();
        var database = services.GetRequiredService<SqliteDatabase>();
        await papers.UpsertAsync(Some.Observation(), Some.Papers(10), Token);
        var pages = await LimitAsync(database, more: 20);

        var thrown = await Assert.ThrowsAsync<StoreUnusableException>(
            () => papers.UpsertAsync(Some.Observation("b", minutes: 1), Some.Papers(1000), Token));

        Assert.Contains("disk is full", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(new(Papers: 10, Pending: 10, Claims: 0, WithTopics: 0), await papers.SummariseAsync(null, Token));
        Assert.Equal(0, await papers.CountPendingAsync("b", Token));

        await LimitAsync(database, more: 10_000);
        Assert.Equal(1000, (await papers.UpsertAsync(Some.Observation("b", minutes: 1), Some.Papers(1000), Token)).Count);
        Assert.Equal("ok", await database.ReadAsync(
            session => session.List("PRAGMA integrity_check", row => row.GetString(0)).Single(), Token));
        Assert.True(pages > 0);
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private static Task PrepareAsync(ServiceProvider services)
        => services.GetRequiredService<IStoreSetup>().PrepareAsync(Token);

    private static Task<long> LimitAsync(SqliteDatabase database, int more)
        => database.WriteAsync(
            session => session.Number($"PRAGMA max_page_count = {session.Number("PRAGMA page_count") + more}"), Token);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
