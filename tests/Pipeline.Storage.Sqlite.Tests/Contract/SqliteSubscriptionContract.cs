using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests.Contract;

// What every store promises of subscriptions and of what was sent for them.

public sealed class SqliteSubscriptionTests : SubscriptionContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteSubscriptionTurnTests : SubscriptionTurnContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteSubscriptionRecordTests : SubscriptionRecordContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteSubscriptionRemovalTests : SubscriptionRemovalContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteDigestStoreTests : DigestStoreContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}
