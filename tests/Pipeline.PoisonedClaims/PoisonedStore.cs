using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.PoisonedClaims;

/// <summary>A store to which some papers are poison when their claims are saved; a batch with one of them fails as a whole.</summary>
internal sealed class PoisonedStore(IPaperStore store, IReadOnlyDictionary<string, Poison> poison) : IPaperStore
{
    public Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            switch (poison.GetValueOrDefault(write.PaperId))
            {
                case Poison.Refused:
                    throw new InvalidDataException($"{write.PaperId} is poison: refused.");
                case Poison.Failing:
                    throw new InvalidOperationException($"{write.PaperId} is poison: it fails each time.");
                case Poison.Killing:
                    Environment.FailFast($"{write.PaperId} is poison: it ends the process.");
                    break;
            }
        }

        return store.SaveClaimsAsync(writes, cancellationToken);
    }

    public Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken)
        => store.UpsertAsync(observation, papers, cancellationToken);

    public Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => store.WithdrawAsync(observation, authority, keys, cancellationToken);

    public Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => store.SaveTopicsAsync(writes, cancellationToken);

    public Task<IReadOnlyList<PendingPaper>> TakePendingAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => store.TakePendingAsync(now, delay, limit, cancellationToken);

    public Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken) => store.CountPendingAsync(listingId, cancellationToken);

    public Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken) => store.SummariseAsync(listingId, cancellationToken);

    public Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken) => store.FindAsync(key, cancellationToken);

    public Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => store.FindManyAsync(keys, cancellationToken);

    public IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken) => store.QueryAsync(query, cancellationToken);

    public Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken)
        => store.CountTopicsAsync(query, cancellationToken);

    public IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken) => store.SearchClaimsAsync(query, cancellationToken);
}
