using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Storage.Contract;

/// <summary>Listings in the order in which they were obtained.</summary>
public abstract class ListingQueryContract : StoreContract
{
    [Fact]
    public async Task Query_OfEverything_GivesOldestFirst_ThenByKey()
    {
        await GivenAsync(("c", "x", 2), ("b", "y", 1), ("a", "x", 2), ("d", "y", 0));

        Assert.Equal(["d", "b", "a", "c"], await QueryAsync(new()));
    }

    [Fact]
    public async Task Query_OfNothing_IsEmpty() => Assert.Empty(await QueryAsync(new()));

    [Fact]
    public async Task Query_BySource_GivesOnlyItsListings()
    {
        await GivenAsync(("a", "x", 0), ("b", "y", 1), ("c", "x", 2));

        Assert.Equal(["a", "c"], await QueryAsync(new() { SourceId = "x" }));
        Assert.Empty(await QueryAsync(new() { SourceId = "z" }));
    }

    [Theory]
    [InlineData(1, null, "b c d")]
    [InlineData(2, null, "c d")]
    [InlineData(null, 2, "a b")]
    [InlineData(null, 3, "a b c")]
    [InlineData(1, 2, "b")]
    [InlineData(2, 2, "")]
    public async Task Query_ByTime_GivesThoseFromTheFirstOnAndBeforeTheSecond(int? from, int? before, string expected)
    {
        await GivenAsync(("a", "x", 0), ("b", "x", 1), ("c", "x", 2), ("d", "x", 3));

        var query = new ListingQuery { From = Time(from), Before = Time(before) };

        Assert.Equal(expected, string.Join(' ', await QueryAsync(query)));
        Assert.Equal(expected, string.Join(' ', await QueryAsync(query with { SourceId = "x" })));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(201)]
    public async Task Query_OfManyObtainedAtFewTimes_GivesEachOnceInOrder(int count)
    {
        var given = Enumerable.Range(0, count).Select(n => ($"{n:0000}", "x", n / 70)).ToArray();
        await GivenAsync([.. given.Reverse()]);

        Assert.Equal(given.Select(listing => listing.Item1), await QueryAsync(new() { SourceId = "x", From = Time(0), Before = Time(1000) }));
    }

    [Fact]
    public async Task Query_GivesListingsAsTheyStand()
    {
        await Listings.SaveFetchedAsync(Some.Listing(), Token);
        await Listings.SaveResultAsync("listing-a", Some.Time(), ListingState.Parsed, Some.Result(), Token);

        var listing = Assert.Single(await Listings.QueryAsync(new(), Token).ToListAsync(Token));

        Assert.Equal(Canonical.Json(await Listings.FindAsync("listing-a", Token)), Canonical.Json(listing));
    }

    [Fact]
    public async Task Query_WhileOnesResultIsSaved_GoesOn()
    {
        await GivenAsync(("a", "x", 0), ("b", "x", 1));

        var seen = new List<string>();
        await foreach (var listing in Listings.QueryAsync(new(), Token))
        {
            await Listings.SaveResultAsync(listing.Id, listing.FetchedAt, ListingState.Parsed, Some.Result(), Token);
            seen.Add(listing.Id);
        }

        Assert.Equal(["a", "b"], seen);
    }

    private static DateTimeOffset? Time(int? minutes) => minutes is { } value ? Some.Time(value) : null;

    private async Task GivenAsync(params (string Id, string Source, int Minutes)[] listings)
    {
        foreach (var (id, source, minutes) in listings)
        {
            await Listings.SaveFetchedAsync(Some.Listing(id, source, minutes), Token);
        }
    }

    private async Task<List<string>> QueryAsync(ListingQuery query)
        => await Listings.QueryAsync(query, Token).Select(listing => listing.Id).ToListAsync(Token);
}
