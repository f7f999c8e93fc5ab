using System.Collections.Concurrent;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Tests.Support;

/// <summary>Claims of papers in memory, each kept only while its paper stands at the revision it was read from.</summary>
internal sealed class FakePaperStore : IPaperStore
{
    private readonly ConcurrentDictionary<string, string> _revisions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ClaimsSection> _sections = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ClaimsSection> Sections => _sections;

    /// <summary>Plays the Parser: the paper stands at this revision.</summary>
    public void Add(string paperId, string revision) => _revisions[paperId] = revision;

    public Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<SectionOutcome>>([.. writes.Select(Save)]);

    public Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<PendingPaper>> TakePendingAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    private SectionOutcome Save(SectionWrite<ClaimsSection> write)
    {
        if (_revisions.GetValueOrDefault(write.PaperId) != write.Section.Revision)
        {
            return new(SectionState.Superseded);
        }

        _sections[write.PaperId] = write.Section;
        return new(SectionState.Saved);
    }
}
