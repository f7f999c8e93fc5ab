using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests;

public sealed class SqliteStorageOptionsTests
{
    [Fact]
    public void Options_WithADataDirectoryAlone_AreValid()
    {
        var options = Read([]);

        Assert.Equal(("data", TimeSpan.FromSeconds(10), 4), (options.DataDirectory, options.BusyTimeout, options.ConcurrentReads));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Options_WithoutADataDirectory_AreRefusedByName(string? directory)
        => Assert.Contains("Sqlite:DataDirectory", Refused(("DataDirectory", directory)), StringComparison.Ordinal);

    [Theory]
    [InlineData("BusyTimeout", "00:00:01")]
    [InlineData("BusyTimeout", "00:10:00")]
    [InlineData("ConcurrentReads", "1")]
    [InlineData("ConcurrentReads", "64")]
    public void Options_AtALimit_AreValid(string key, string value) => Assert.NotNull(Read((key, value)));

    [Theory]
    [InlineData("BusyTimeout", "00:00:00.999")]
    [InlineData("BusyTimeout", "00:10:00.001")]
    [InlineData("ConcurrentReads", "0")]
    [InlineData("ConcurrentReads", "65")]
    public void Options_BeyondALimit_AreRefusedByName(string key, string value)
        => Assert.Contains($"Sqlite:{key}", Refused((key, value)), StringComparison.Ordinal);

    [Fact]
    public void AddSqliteStorage_OffersEveryPort()
    {
        using var services = DataFolder.Services(new() { ["Sqlite:DataDirectory"] = "data" });

        Assert.NotNull(services.GetRequiredService<IPaperStore>());
        Assert.NotNull(services.GetRequiredService<IListingStore>());
        Assert.NotNull(services.GetRequiredService<IListingArchive>());
        Assert.NotNull(services.GetRequiredService<IStoreSetup>());
    }

    private static string Refused((string Key, string? Value) value)
        => Assert.Throws<OptionsValidationException>(() => Read(value)).Message;

    private static SqliteStorageOptions Read(params (string Key, string? Value)[] values)
    {
        var configuration = new Dictionary<string, string?> { ["Sqlite:DataDirectory"] = "data" };
        foreach (var (key, value) in values)
        {
            configuration[$"Sqlite:{key}"] = value;
        }

        using var services = DataFolder.Services(configuration);
        return services.GetRequiredService<IOptions<SqliteStorageOptions>>().Value;
    }
}
