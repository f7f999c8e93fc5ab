using System.Threading.Channels;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Papers that lack a stage, in memory; nobody ever enriches them.</summary>
internal sealed class FakePaperStore : IPaperStore
{
    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private readonly Channel<DateTimeOffset> _asked = Channel.CreateUnbounded<DateTimeOffset>();

    /// <summary>The times that were asked about, in order.</summary>
    public ChannelReader<DateTimeOffset> Asked => _asked.Reader;

    /// <summary>What the next questions fail with, the first one first.</summary>
    public Queue<Exception> Failures { get; } = new();

    /// <summary>How many papers wait for enrichment.</summary>
    public long Pending { get; set; }

    public void Add(PendingPaper paper, DateTimeOffset observedAt) => _waiting.Add(new(paper, observedAt));

    public Task<IReadOnlyList<PendingPaper>> TakePendingAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _asked.Writer.TryWrite(now);
            if (Failures.TryDequeue(out var failure))
            {
                throw failure;
            }

            var taken = _waiting.Where(paper => paper.SweepAt <= now).Take(limit).ToList();
            taken.ForEach(paper => paper.Swept(now, delay));
            return Task.FromResult<IReadOnlyList<PendingPaper>>([.. taken.Select(paper => paper.Paper)]);
        }
    }

    public Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken) => Task.FromResult(Pending);

    public Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    private sealed class Waiting(PendingPaper paper, DateTimeOffset sweepAt)
    {
        private int _sweeps;

        public PendingPaper Paper { get; } = paper;

        public DateTimeOffset SweepAt { get; private set; } = sweepAt;

        public void Swept(DateTimeOffset now, TimeSpan delay) => SweepAt = now + (delay * Math.Pow(2, _sweeps++));
    }
}
