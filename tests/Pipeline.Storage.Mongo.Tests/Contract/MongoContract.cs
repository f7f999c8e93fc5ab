using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests.Contract;

// What every store promises, kept by this one: one class a contract.

public sealed class MongoSetupTests : SetupContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoPaperUpsertTests : PaperUpsertContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoConcurrentUpsertTests : ConcurrentUpsertContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoJoinTests : JoinContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoConcurrentJoinTests : ConcurrentJoinContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoOrderTests : OrderContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoWithdrawalTests : WithdrawalContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoSectionTests : SectionContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoCompletionTests : CompletionContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoSweepTests : SweepContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoQueryTests : QueryContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoPagingTests : PagingContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoClaimSearchTests : ClaimSearchContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoListingTests : ListingContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoListingQueryTests : ListingQueryContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoArchiveTests : ArchiveContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoQueryStreamTests : QueryStreamContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoSourceTests : SourceContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoFetchRunTests : FetchRunContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoRunPagingTests : RunPagingContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoBackfillTests : BackfillContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoHostBudgetTests : HostBudgetContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoFetchCacheTests : FetchCacheContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

/// <summary>Searches find the same with indexes as without.</summary>
public sealed class MongoIndexedQueryTests : QueryContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync(("Mongo:SearchIndexes", "true"));
}

public sealed class MongoIndexedClaimSearchTests : ClaimSearchContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync(("Mongo:SearchIndexes", "true"));
}

public sealed class MongoClaimFactsTests : ClaimFactsContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoIndexedClaimFactsTests : ClaimFactsContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync(("Mongo:SearchIndexes", "true"));
}

public sealed class MongoTopicTests : TopicContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoTimelineTests : TimelineContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoReprocessRunTests : ReprocessRunContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoBacklogTests : BacklogContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoReprocessDigestTests : ReprocessDigestContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoSelectionByVersionTests : SelectionByVersionContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoCompletionAnewTests : CompletionAnewContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoCompletionRaceTests : CompletionRaceContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoPaperSelectionTests : PaperSelectionContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoFailureTests : FailureContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoFailureQueryTests : FailureQueryContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}

public sealed class MongoPauseTests : PauseContract
{
    protected override Task<TestStore> CreateAsync() => MongoTestStore.CreateForContractAsync();
}
