using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;

namespace Pipeline.Storage.Mongo.Tests.Support;

/// <summary>A store on the test server, in a database of its own that is dropped at the end.</summary>
internal sealed class MongoTestStore : IAsyncDisposable
{
    private const string AddressVariable = "PIPELINE_TEST_MONGODB";

    private readonly ServiceProvider _provider;

    private MongoTestStore(ServiceProvider provider) => _provider = provider;

    public static string Address => Environment.GetEnvironmentVariable(AddressVariable)
        ?? throw new InvalidOperationException($"{AddressVariable} is not set; tests/run starts a server and sets it.");

    public IMongoDatabase Database => _provider.GetRequiredService<MongoCollections>().Database;

    public IPaperStore Papers => _provider.GetRequiredService<IPaperStore>();

    public IListingArchive Archive => _provider.GetRequiredService<IListingArchive>();

    public IStoreSetup Setup => _provider.GetRequiredService<IStoreSetup>();

    public T Port<T>()
        where T : notnull
        => _provider.GetRequiredService<T>();

    public static async Task<MongoTestStore> CreateAsync(params (string Key, string Value)[] more)
    {
        var store = new MongoTestStore(Configured(Address, [("Mongo:Database", $"test-{ObjectId.GenerateNewId()}"), .. more]));
        await store.Setup.PrepareAsync(TestContext.Current.CancellationToken);
        return store;
    }

    /// <summary>The store for contract tests, which see only the port.</summary>
    public static async Task<TestStore> CreateForContractAsync(params (string Key, string Value)[] more)
    {
        var store = await CreateAsync(more);
        return new(store._provider, store.DisposeAsync);
    }

    /// <summary>The production wiring, configured as an environment would.</summary>
    public static ServiceProvider Configured(string? address, params (string Key, string Value)[] more)
    {
        var values = more.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);
        values["Mongo:ConnectionString"] = address;
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddMongoStorage()
            .BuildServiceProvider(validateScopes: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.Client.DropDatabaseAsync(Database.DatabaseNamespace.DatabaseName, CancellationToken.None);
        await _provider.DisposeAsync();
    }
}
