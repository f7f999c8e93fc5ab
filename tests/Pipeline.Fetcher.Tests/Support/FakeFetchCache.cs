using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Last answers in memory; one may only be kept when its listing is recorded and announced.</summary>
internal sealed class FakeFetchCache(FakeListingStore listings) : IFetchCache
{
    private readonly Dictionary<(string, string), CachedAnswer> _answers = [];

    /// <summary>Every save fails, as when the process dies before it.</summary>
    public bool Broken { get; set; }

    public IReadOnlyCollection<CachedAnswer> All => _answers.Values;

    public Task<CachedAnswer?> FindAsync(string sourceId, string address, CancellationToken cancellationToken)
        => Task.FromResult(_answers.GetValueOrDefault((sourceId, address)));

    public Task SaveAsync(CachedAnswer answer, CancellationToken cancellationToken)
    {
        Assert.Contains(listings.All, listing => listing.Id == answer.ListingId);
        if (Broken)
        {
            throw new IOException("The store is gone.");
        }

        _answers[(answer.SourceId, answer.Address)] = answer;
        return Task.CompletedTask;
    }
}
