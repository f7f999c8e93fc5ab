using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Storage.Contract;

/// <summary>What every store promises. A store passes by deriving each contract class and implementing <see cref="CreateAsync"/>.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private TestStore? _store;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IPaperStore Papers => Store.Port<IPaperStore>();

    protected ITimelineStore Timelines => Store.Port<ITimelineStore>();

    protected IBacklog Backlog => Store.Port<IBacklog>();

    protected IListingStore Listings => Store.Port<IListingStore>();

    protected IListingArchive Archive => Store.Port<IListingArchive>();

    protected IStoreSetup Setup => Store.Port<IStoreSetup>();

    protected ISourceStore Sources => Store.Port<ISourceStore>();

    protected IFetchRunStore Runs => Store.Port<IFetchRunStore>();

    protected IHostBudget Budget => Store.Port<IHostBudget>();

    protected IFetchCache Cache => Store.Port<IFetchCache>();

    protected IReprocessStore Reprocessing => Store.Port<IReprocessStore>();

    protected IFailureStore Failures => Store.Port<IFailureStore>();

    protected IPauseStore Pauses => Store.Port<IPauseStore>();

    protected IChangeLog Changes => Store.Port<IChangeLog>();

    protected ISubscriptionStore Subscriptions => Store.Port<ISubscriptionStore>();

    protected IDeliveryAttempts Attempts => Store.Port<IDeliveryAttempts>();

    protected IDigestStore Digests => Store.Port<IDigestStore>();

    protected TestStore Store => _store ?? throw new InvalidOperationException("The store is created before each test.");

    /// <summary>Creates a store that shares nothing with any other and prepares it; skips the test where that cannot be done.</summary>
    protected abstract Task<TestStore> CreateAsync();

    public async ValueTask InitializeAsync() => _store = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_store is not null)
        {
            await _store.Dispose();
        }
    }

    /// <summary>Stores papers as one listing gives them.</summary>
    protected async Task<IReadOnlyList<UpsertOutcome>> GivenAsync(Observation observation, params IReadOnlyList<ParsedPaper> papers)
        => await Papers.UpsertAsync(observation, papers, Token);

    /// <summary>Stores one paper as a listing gives it.</summary>
    protected async Task<UpsertOutcome> GivenOneAsync(ParsedPaper paper, Observation? observation = null)
        => Assert.Single(await GivenAsync(observation ?? Some.Observation(), paper));

    protected async Task<SectionOutcome> SaveAsync(SectionWrite<ClaimsSection> write)
        => Assert.Single(await Papers.SaveClaimsAsync([write], Token));

    protected async Task<SectionOutcome> SaveAsync(SectionWrite<TopicsSection> write)
        => Assert.Single(await Papers.SaveTopicsAsync([write], Token));

    /// <summary>Adds the subscriptions of numbers 1 and 2.</summary>
    protected async Task GivenSubscriptionsAsync()
    {
        Assert.True(await Subscriptions.TryAddAsync(SomeSubscription.Digest(1), SomeSubscription.Event(101, 1), Token));
        Assert.True(await Subscriptions.TryAddAsync(SomeSubscription.Digest(2), SomeSubscription.Event(102, 2), Token));
    }

    /// <summary>Reads a paper that must be there.</summary>
    protected async Task<EnrichedPaper> GetAsync(string key)
    {
        var paper = await Papers.FindAsync(key, Token);
        Assert.NotNull(paper);
        return paper;
    }

    protected async Task<IReadOnlyList<string>> QueryAsync(PaperQuery query)
    {
        var ids = new List<string>();
        await foreach (var paper in Papers.QueryAsync(query, Token))
        {
            ids.Add(paper.Id);
        }

        return ids;
    }

    protected async Task<IReadOnlyList<ClaimHit>> SearchAsync(ClaimQuery query)
    {
        var hits = new List<ClaimHit>();
        await foreach (var hit in Papers.SearchClaimsAsync(query, Token))
        {
            hits.Add(hit);
        }

        return hits;
    }
}
