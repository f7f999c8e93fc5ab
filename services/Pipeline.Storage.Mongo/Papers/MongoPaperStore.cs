using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Papers in MongoDB, one document each; the work is done by one class a kind of question.</summary>
internal sealed class MongoPaperStore(MongoCollections collections) : IPaperStore
{
    private readonly PaperUpserts _upserts = new(collections.Papers);
    private readonly SectionWrites<ClaimsSection> _claims = new(collections.Papers, Stage.Claims);
    private readonly SectionWrites<TopicsSection> _topics = new(collections.Papers, Stage.Topics);
    private readonly PendingPapers _pending = new(collections.Papers);
    private readonly PaperQueries _queries = new(collections.Papers);
    private readonly TopicQueries _topicQueries = new(collections.Papers);
    private readonly ClaimQueries _claimQueries = new(collections.Papers);

    public Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(
        Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken)
        => _upserts.UpsertAsync(observation, papers, cancellationToken);

    public Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => _upserts.WithdrawAsync(observation, authority, keys, cancellationToken);

    public Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(
        IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
        => _claims.SaveAsync(writes, cancellationToken);

    public Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(
        IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => _topics.SaveAsync(writes, cancellationToken);

    public Task<IReadOnlyList<PendingPaper>> TakePendingAsync(
        DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => _pending.TakeAsync(now, delay, limit, cancellationToken);

    public Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken)
        => _pending.CountAsync(listingId, cancellationToken);

    public Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken)
        => _queries.SummariseAsync(listingId, cancellationToken);

    public Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken)
        => _queries.FindAsync(key, cancellationToken);

    public Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => _queries.FindManyAsync(keys, cancellationToken);

    public IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken)
        => _queries.QueryAsync(query, cancellationToken);

    public Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken)
        => _topicQueries.CountAsync(query, cancellationToken);

    public IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken)
        => _claimQueries.SearchAsync(query, cancellationToken);
}
