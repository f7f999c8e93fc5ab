using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests.Contract;

// What every store promises of subscriptions and of what was sent for them.

public sealed class MongoSubscriptionTests : SubscriptionContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoSubscriptionTurnTests : SubscriptionTurnContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoSubscriptionRecordTests : SubscriptionRecordContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoSubscriptionRemovalTests : SubscriptionRemovalContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoDigestStoreTests : DigestStoreContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}
