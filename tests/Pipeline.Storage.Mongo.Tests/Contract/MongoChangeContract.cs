using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests.Contract;

// What every store promises of the change log and of what is told in it.

public sealed class MongoChangeLogTests : ChangeLogContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoChangeLogRaceTests : ChangeLogRaceContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoCompletedPapersTests : CompletedPapersContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}
