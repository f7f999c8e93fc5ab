using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Tests.Support;

/// <summary>A store that does something else first for whoever reads papers, and then has none.</summary>
internal sealed class FailingPaperStore(Func<CancellationToken, Task> first) : IPaperStore
{
    /// <summary>One that fails; without a failure it never answers.</summary>
    public FailingPaperStore(Exception? failure)
        : this(token => failure is null ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token) : Task.FromException(failure))
    {
    }

    public async IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await first(cancellationToken);
        yield break;
    }

    public async IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await first(cancellationToken);
        yield break;
    }

    public Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<PendingPaper>> TakePendingAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
