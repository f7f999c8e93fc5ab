using System.Globalization;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.LocalMongo.Tests.Support;

[assembly: AssemblyFixture(typeof(EngineFixture))]

namespace Pipeline.LocalMongo.Tests.Support;

/// <summary>A database of this run's own, on whatever <c>PIPELINE_TEST_MONGODB</c> points to: the local engine or a real MongoDB.</summary>
public sealed class EngineFixture : IAsyncDisposable
{
    private const string Variable = "PIPELINE_TEST_MONGODB";

    private readonly MongoClient? _client;
    private readonly string _databaseName;
    private int _collections;

    public EngineFixture()
    {
        _databaseName = "local-mongo-tests-" + ObjectId.GenerateNewId();
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address)
        {
            _client = new(address);
        }
    }

    /// <summary>The client; the test is skipped when there is no engine.</summary>
    public IMongoClient Client
    {
        get
        {
            Assert.SkipWhen(_client is null, $"{Variable} is not set: start an engine with deploy/local/up");
            return _client!;
        }
    }

    public IMongoDatabase Database => Client.GetDatabase(_databaseName);

    /// <summary>A collection that no other test uses.</summary>
    public IMongoCollection<BsonDocument> NewCollection()
        => Database.GetCollection<BsonDocument>("c" + Interlocked.Increment(ref _collections).ToString(CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DropDatabaseAsync(_databaseName);
            _client.Dispose();
        }
    }
}
