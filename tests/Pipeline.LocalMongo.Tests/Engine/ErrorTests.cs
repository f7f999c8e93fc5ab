using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.LocalMongo.Tests.Support;

namespace Pipeline.LocalMongo.Tests.Engine;

public sealed class ErrorTests(EngineFixture engine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{ noSuchCommand: 1 }", 59)]
    [InlineData("{ drop: 'there-is-none' }", null)] // MongoDB 7 and later are content that it is gone
    [InlineData("{ listIndexes: 'there-is-none' }", 26)]
    [InlineData("{ getMore: NumberLong(123456789), collection: 'x' }", 43)]
    [InlineData("{ find: 'x', filter: { a: { $noSuchOperator: 1 } } }", 2)]
    public async Task Command_ThatCannotBeDone_FailsWithMongosCode(string command, int? code)
    {
        var error = await Record.ExceptionAsync(() => engine.Database.RunCommandAsync<BsonDocument>(command, cancellationToken: Token));

        Assert.Equal(code, (error as MongoCommandException)?.Code);
    }

    [Fact]
    public async Task Validator_MeetingABadDocument_RefusesWith121()
    {
        var name = engine.NewCollection().CollectionNamespace.CollectionName;
        await engine.Database.RunCommandAsync<BsonDocument>(
            new BsonDocument { { "create", name }, { "validator", new BsonDocument("$jsonSchema", new BsonDocument("required", new BsonArray { "title" })) } },
            cancellationToken: Token);

        var error = await Assert.ThrowsAsync<MongoWriteException>(
            () => engine.Database.GetCollection<BsonDocument>(name).InsertOneAsync(new("_id", 1), cancellationToken: Token));

        Assert.Equal(121, error.WriteError.Code);
    }

    [Fact]
    public async Task Database_Dropped_IsEmptyAndCanBeUsedAgain()
    {
        var database = engine.Client.GetDatabase(engine.Database.DatabaseNamespace.DatabaseName + "-b");
        await database.GetCollection<BsonDocument>("papers").InsertOneAsync(new("_id", 1), cancellationToken: Token);

        await engine.Client.DropDatabaseAsync(database.DatabaseNamespace.DatabaseName, Token);
        var names = await (await database.ListCollectionNamesAsync(cancellationToken: Token)).ToListAsync(Token);
        await database.GetCollection<BsonDocument>("papers").InsertOneAsync(new("_id", 1), cancellationToken: Token);
        await engine.Client.DropDatabaseAsync(database.DatabaseNamespace.DatabaseName, Token);

        Assert.Empty(names);
    }
}
