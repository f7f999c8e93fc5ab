using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser;

/// <summary>
/// Finds the stored papers that the papers of one listing are. Those it listed before are read ahead in their order, a
/// page at a time; asking the store for each alone takes many times longer.
/// </summary>
internal sealed class StoredPapers(IPaperStore store, Listing listing, CancellationToken cancellationToken) : IAsyncDisposable
{
    // Papers read ahead that were not asked for: bounds the memory when the listing reads quite differently now.
    private const int MaxAhead = 200;

    // Papers not found ahead in a row after which those there are given up: the listing reads on somewhere else.
    private const int MaxMisses = 50;

    private readonly Dictionary<string, EnrichedPaper> _ahead = new(StringComparer.Ordinal);
    private readonly IAsyncEnumerator<EnrichedPaper> _before = store
        .QueryAsync(new() { ListingId = listing.Id, Order = PaperOrder.Rank }, cancellationToken).GetAsyncEnumerator(cancellationToken);

    private bool _ended;
    private int _misses;

    /// <summary>Finds a paper as the store does: by key, else by an alias; one that merely shares a title is another.</summary>
    /// <returns>The stored paper, or null when there is none.</returns>
    public async Task<EnrichedPaper?> FindAsync(ParsedPaper listed)
    {
        if (await TakeAheadAsync(listed.Id) is { } known)
        {
            return known;
        }

        foreach (var key in listed.Aliases.Prepend(listed.Id).Distinct(StringComparer.Ordinal))
        {
            if (await store.FindAsync(key, cancellationToken) is { } stored && PaperIdentity.MayBeSame(stored.Aliases, listed.Aliases))
            {
                return stored;
            }
        }

        return null;
    }

    public ValueTask DisposeAsync() => _before.DisposeAsync();

    private async Task<EnrichedPaper?> TakeAheadAsync(string id)
    {
        while (!_ahead.ContainsKey(id) && _ahead.Count < MaxAhead && !_ended)
        {
            await ReadAheadAsync();
        }

        if (_ahead.Remove(id, out var paper))
        {
            _misses = 0;
            return paper;
        }

        if (++_misses >= MaxMisses)
        {
            _misses = 0;
            _ahead.Clear();
        }

        return null;
    }

    private async Task ReadAheadAsync()
    {
        _ended = !await _before.MoveNextAsync();
        if (!_ended)
        {
            _ahead[_before.Current.Id] = _before.Current;
        }
    }
}
