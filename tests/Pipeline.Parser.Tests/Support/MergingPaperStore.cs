using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Support;

/// <summary>Papers in memory, merged and found as the real stores do it.</summary>
internal sealed class MergingPaperStore : IPaperStore
{
    private readonly List<EnrichedPaper> _papers = [];

    /// <summary>Writes that changed a paper.</summary>
    public int Writes { get; private set; }

    /// <summary>Papers looked up one by one.</summary>
    public int Finds { get; private set; }

    public EnrichedPaper this[string id] => _papers.Single(paper => paper.Id == id);

    /// <summary>Puts a paper in the place of one, as if something else had been written once.</summary>
    public void Tamper(string id, Func<EnrichedPaper, EnrichedPaper> change)
    {
        var index = _papers.FindIndex(paper => paper.Id == id);
        _papers[index] = change(_papers[index]);
    }

    /// <summary>Takes a paper out.</summary>
    public void Lose(string id) => _papers.RemoveAll(paper => paper.Id == id);

    public Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<UpsertOutcome>>([.. papers.Select(paper => Upsert(observation, paper))]);

    public Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken)
    {
        Finds++;
        return Task.FromResult(_papers.Find(paper => paper.Aliases.Contains(key)));
    }

    public Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken)
        => _papers
            .Where(paper => paper.Sightings.Any(sighting => sighting.ListingId == query.ListingId))
            .OrderBy(paper => paper.Sightings.First(sighting => sighting.ListingId == query.ListingId).Rank)
            .ToList().ToAsyncEnumerable();

    public Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<PendingPaper>> TakePendingAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    private UpsertOutcome Upsert(Observation observation, ParsedPaper listed)
    {
        var index = _papers.FindIndex(paper => paper.Aliases.Intersect(listed.Aliases).Any() && PaperIdentity.MayBeSame(paper.Aliases, listed.Aliases));
        var stored = index < 0 ? null : _papers[index];
        var merged = PaperMerge.Apply(stored, listed, observation);
        if (stored is null)
        {
            _papers.Add(merged);
        }
        else
        {
            _papers[index] = merged;
        }

        Writes += ReferenceEquals(stored, merged) ? 0 : 1;
        var change = merged.FirstListingId == observation.ListingId ? PaperChange.New
            : merged.ContentListingId == observation.ListingId ? PaperChange.Changed
            : PaperChange.Unchanged;
        return new(merged.Id, change, merged.Revision, merged.Title, merged.Abstract, merged.Pending);
    }
}
