using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests.Contract;

// What every store promises of the change log and of what is told in it.

public sealed class SqliteChangeLogTests : ChangeLogContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteChangeLogRaceTests : ChangeLogRaceContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteCompletedPapersTests : CompletedPapersContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}
