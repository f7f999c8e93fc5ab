using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;

namespace Pipeline.Storage.Sqlite.Tests.Support;

/// <summary>A data directory of its own, and any number of stores opened on it as processes would; removed at the end.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    private readonly List<ServiceProvider> _opened = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("sqlite-store-").FullName;

    public string Database => System.IO.Path.Combine(Path, "pipeline.db");

    public string Archive => System.IO.Path.Combine(Path, "archive");

    /// <summary>A fresh store for one contract test.</summary>
    public static async Task<TestStore> CreateForContractAsync()
    {
        var folder = new DataFolder();
        var services = await folder.PrepareAsync();
        return new(services, folder.DisposeAsync);
    }

    /// <summary>The production wiring over this folder, or over another path.</summary>
    public ServiceProvider Open(string? path = null, TimeSpan? busyTimeout = null, TimeProvider? time = null)
    {
        var provider = Services(new()
        {
            ["Sqlite:DataDirectory"] = path ?? Path,
            ["Sqlite:BusyTimeout"] = (busyTimeout ?? TimeSpan.FromSeconds(30)).ToString("c", CultureInfo.InvariantCulture),
        }, time);
        _opened.Add(provider);
        return provider;
    }

    /// <summary>The same, ready for use.</summary>
    public async Task<ServiceProvider> PrepareAsync(TimeSpan? busyTimeout = null, TimeProvider? time = null)
    {
        var provider = Open(busyTimeout: busyTimeout, time: time);
        await provider.GetRequiredService<IStoreSetup>().PrepareAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>The production wiring, configured as an environment would.</summary>
    public static ServiceProvider Services(Dictionary<string, string?> configuration, TimeProvider? time = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        return services.AddSqliteStorage().BuildServiceProvider(validateScopes: true);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _opened)
        {
            await provider.DisposeAsync();
        }

        Directory.Delete(Path, recursive: true);
    }
}
