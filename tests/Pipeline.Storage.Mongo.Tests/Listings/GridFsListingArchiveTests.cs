using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests.Listings;

public sealed class GridFsListingArchiveTests : IAsyncLifetime
{
    private MongoTestStore? _store;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MongoTestStore Store => _store ?? throw new InvalidOperationException("Created before each test.");

    public async ValueTask InitializeAsync() => _store = await MongoTestStore.CreateAsync();

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    [Fact]
    public async Task Save_OfEqualBytesFromSeveralAtOnce_LeavesOneFile()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.Archive.SaveAsync(new PatternStream(600_000), Token), Token)));

        Assert.Equal((1, 1, 3), await CountsAsync());
    }

    [Fact]
    public async Task Save_OfAStreamThatBreaks_LeavesNoPiecesBehind()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.Archive.SaveAsync(new PatternStream(900_000, breaksAt: 700_000), Token));

        Assert.Equal((0, 0, 0), await CountsAsync());
    }

    private async Task<(long Contents, long Files, long Chunks)> CountsAsync()
        => (await CountAsync("archive.contents"), await CountAsync("archive.files"), await CountAsync("archive.chunks"));

    private Task<long> CountAsync(string collection)
        => Store.Database.GetCollection<BsonDocument>(collection).CountDocumentsAsync(new BsonDocument(), cancellationToken: Token);
}
