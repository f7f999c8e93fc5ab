using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Support;

/// <summary>Papers in memory, found by id alone; they wait for enrichment until a test says otherwise.</summary>
internal sealed class FakePaperStore : IPaperStore
{
    private readonly List<Stored> _papers = [];
    private readonly List<int> _chunks = [];

    /// <summary>Titles in the order in which the papers came.</summary>
    public IEnumerable<string> Titles => _papers.Select(paper => paper.Listed.Title);

    /// <summary>How many papers were stored together, each time.</summary>
    public IReadOnlyList<int> Chunks => _chunks;

    /// <summary>How many papers wait in all, when a test decides it; null counts them.</summary>
    public Func<long>? Waiting { get; set; }

    /// <summary>Which papers were withdrawn together, each time, and by what authority.</summary>
    public List<(SourceAuthority Authority, IReadOnlyList<string> Keys)> Withdrawals { get; } = [];

    /// <summary>Former keys of the papers that come next: whatever is stored has moved there, when a test decides it.</summary>
    public IReadOnlyList<string> Joined { get; set; } = [];

    /// <summary>The completion that came along from a former key, when a test decides it.</summary>
    public Completion? Moved { get; set; }

    /// <summary>Plays the enrichment stages: the paper is complete.</summary>
    public void Enrich(string title) => _papers.Single(paper => paper.Listed.Title == title).Pending = false;

    public Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken)
    {
        _chunks.Add(papers.Count);
        return Task.FromResult<IReadOnlyList<UpsertOutcome>>([.. papers.Select(paper => Upsert(observation.ListingId, paper))]);
    }

    public Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        Withdrawals.Add((authority, [.. keys]));
        return Task.FromResult<IReadOnlyList<UpsertOutcome>>(
            [.. _papers.Where(paper => keys.Contains(paper.Listed.Id)).Select(paper => Upsert(observation.ListingId, paper.Listed) with { Withdrawn = true })]);
    }

    public Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken)
        => Task.FromResult(listingId is null && Waiting is { } waiting
            ? waiting()
            : _papers.Count(paper => paper.Pending && (listingId is null || paper.SeenIn.Contains(listingId))));

    public Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<PendingPaper>> TakePendingAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    private UpsertOutcome Upsert(string listingId, ParsedPaper listed)
    {
        var stored = _papers.Find(paper => paper.Listed.Id == listed.Id);
        if (stored is null)
        {
            stored = new(listingId, listed);
            _papers.Add(stored);
        }
        else if (stored.Revision != PaperText.Revision(listed.Title, listed.Abstract))
        {
            stored.Replace(listingId, listed);
        }

        stored.SeenIn.Add(listingId);
        var change = stored.FirstListingId == listingId ? PaperChange.New
            : stored.ContentListingId == listingId ? PaperChange.Changed
            : PaperChange.Unchanged;
        return new(listed.Id, change, stored.Revision, stored.Listed.Title, stored.Listed.Abstract, stored.Pending)
        {
            Joined = Joined,
            Moved = Moved,
            Withdrawn = listed.State == PaperState.Withdrawn,
        };
    }

    private sealed class Stored(string firstListingId, ParsedPaper listed)
    {
        public string FirstListingId { get; } = firstListingId;

        public string ContentListingId { get; private set; } = firstListingId;

        public HashSet<string> SeenIn { get; } = new(StringComparer.Ordinal);

        public ParsedPaper Listed { get; private set; } = listed;

        public bool Pending { get; set; } = true;

        public string Revision => PaperText.Revision(Listed.Title, Listed.Abstract);

        public void Replace(string listingId, ParsedPaper listed) => (ContentListingId, Listed, Pending) = (listingId, listed, true);
    }
}
