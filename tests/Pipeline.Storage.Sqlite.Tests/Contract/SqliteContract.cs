using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests.Contract;

// What every store promises, kept by this one: one class a contract.

public sealed class SqliteSetupTests : SetupContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqlitePaperUpsertTests : PaperUpsertContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteConcurrentUpsertTests : ConcurrentUpsertContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteJoinTests : JoinContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteConcurrentJoinTests : ConcurrentJoinContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteOrderTests : OrderContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteWithdrawalTests : WithdrawalContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteSectionTests : SectionContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteCompletionTests : CompletionContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteSweepTests : SweepContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteQueryTests : QueryContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqlitePagingTests : PagingContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteQueryStreamTests : QueryStreamContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteClaimSearchTests : ClaimSearchContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteListingTests : ListingContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteListingQueryTests : ListingQueryContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteArchiveTests : ArchiveContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteSourceTests : SourceContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteFetchRunTests : FetchRunContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteRunPagingTests : RunPagingContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteBackfillTests : BackfillContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteHostBudgetTests : HostBudgetContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteFetchCacheTests : FetchCacheContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteClaimFactsTests : ClaimFactsContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteTopicTests : TopicContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteTimelineTests : TimelineContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteReprocessRunTests : ReprocessRunContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteBacklogTests : BacklogContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteReprocessDigestTests : ReprocessDigestContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteSelectionByVersionTests : SelectionByVersionContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteCompletionAnewTests : CompletionAnewContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteCompletionRaceTests : CompletionRaceContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqlitePaperSelectionTests : PaperSelectionContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteFailureTests : FailureContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqliteFailureQueryTests : FailureQueryContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}

public sealed class SqlitePauseTests : PauseContract
{
    protected override Task<TestStore> CreateAsync() => DataFolder.CreateForContractAsync();
}
