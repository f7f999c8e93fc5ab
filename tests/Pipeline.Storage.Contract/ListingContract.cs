using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Storage.Contract;

/// <summary>Which listings were obtained, and what became of them.</summary>
public abstract class ListingContract : StoreContract
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task SaveFetched_OfANewListing_ReadsBackExactly()
    {
        var listing = Some.Listing("$a.b \"c\" 🦀") with { Format = "atom", Name = "$name.xml" };

        await Listings.SaveFetchedAsync(listing, Token);

        Assert.Equal(listing, await Listings.FindAsync(listing.Id, Token));
        Assert.Null(await Listings.FindAsync("unknown", Token));
    }

    [Fact]
    public async Task FindMany_OfKnownAndUnknownKeys_GivesTheKnownOnesOnce()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            await Listings.SaveFetchedAsync(Some.Listing($"\"{number}"), Token);
        }

        var found = await Listings.FindManyAsync(["\"3", "unknown", "\"1", "\"1"], Token);

        Assert.Equal([Some.Listing("\"1"), Some.Listing("\"3")], found.OrderBy(listing => listing.Id, StringComparer.Ordinal));
        Assert.Empty(await Listings.FindManyAsync([], Token));
    }

    [Fact]
    public async Task FindMany_OfThousandsOfKeys_GivesThemAll()
    {
        await Listings.SaveFetchedAsync(Some.Listing("first"), Token);
        await Listings.SaveFetchedAsync(Some.Listing("last"), Token);

        var found = await Listings.FindManyAsync(["first", .. Enumerable.Range(0, 70_000).Select(number => $"none-{number}"), "last"], Token);

        Assert.Equal(["first", "last"], found.Select(listing => listing.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SaveResult_OfTheFetchThatStands_RecordsStateAndResult()
    {
        await Listings.SaveFetchedAsync(Some.Listing(), Token);

        await Listings.SaveResultAsync("listing-a", Some.Time(), ListingState.Parsed, Some.Result(), Token);

        var expected = Some.Listing() with { State = ListingState.Parsed, Result = Some.Result() };
        Assert.Equal(Canonical.Json(expected), Canonical.Json(await Listings.FindAsync("listing-a", Token)));
    }

    [Fact]
    public async Task SaveResult_Repeated_ChangesNothing()
    {
        await Listings.SaveFetchedAsync(Some.Listing(), Token);
        var refused = Some.Result() with { Reason = "It is no listing.", Format = null };
        await Listings.SaveResultAsync("listing-a", Some.Time(), ListingState.Rejected, refused, Token);
        var before = Canonical.Json(await Listings.FindAsync("listing-a", Token));

        await Listings.SaveResultAsync("listing-a", Some.Time(), ListingState.Rejected, refused, Token);

        Assert.Equal(before, Canonical.Json(await Listings.FindAsync("listing-a", Token)));
    }

    [Fact]
    public async Task SaveFetched_OfTheSameFetchAfterItsResult_LeavesTheResult()
    {
        await Listings.SaveFetchedAsync(Some.Listing(), Token);
        await Listings.SaveResultAsync("listing-a", Some.Time(), ListingState.Parsed, Some.Result(), Token);

        await Listings.SaveFetchedAsync(Some.Listing(), Token);

        Assert.Equal(ListingState.Parsed, (await Listings.FindAsync("listing-a", Token))!.State);
    }

    [Fact]
    public async Task SaveFetched_OfALaterFetch_WaitsToBeParsedAgain()
    {
        await Listings.SaveFetchedAsync(Some.Listing(minutes: 0), Token);
        await Listings.SaveResultAsync("listing-a", Some.Time(0), ListingState.Parsed, Some.Result(), Token);

        await Listings.SaveFetchedAsync(Some.Listing(minutes: 5) with { Name = "again.xml" }, Token);

        Assert.Equal(Some.Listing(minutes: 5) with { Name = "again.xml" }, await Listings.FindAsync("listing-a", Token));
    }

    [Fact]
    public async Task SaveFetched_OfAnEarlierFetch_DoesNotUndoTheLater()
    {
        await Listings.SaveFetchedAsync(Some.Listing(minutes: 5), Token);

        await Listings.SaveFetchedAsync(Some.Listing(minutes: 4) with { Name = "old.xml" }, Token);

        Assert.Equal(Some.Listing(minutes: 5), await Listings.FindAsync("listing-a", Token));
    }

    [Fact]
    public async Task SaveResult_OfAnEarlierFetch_IsNotRecorded()
    {
        await Listings.SaveFetchedAsync(Some.Listing(minutes: 5), Token);

        await Listings.SaveResultAsync("listing-a", Some.Time(4), ListingState.Parsed, Some.Result(), Token);

        Assert.Equal(Some.Listing(minutes: 5), await Listings.FindAsync("listing-a", Token));
    }

    [Fact]
    public async Task SaveResult_ForAnUnknownListing_CreatesNone()
    {
        await Listings.SaveResultAsync("unknown", Some.Time(), ListingState.Parsed, Some.Result(), Token);

        Assert.Null(await Listings.FindAsync("unknown", Token));
    }

    [Fact]
    public async Task FindLatest_GivesTheListingLastObtainedFromThatSource()
    {
        await Listings.SaveFetchedAsync(Some.Listing("b", "inbox", minutes: 9), Token);
        await Listings.SaveFetchedAsync(Some.Listing("a", "inbox", minutes: 3), Token);
        await Listings.SaveFetchedAsync(Some.Listing("c", "other", minutes: 20), Token);

        Assert.Equal("b", (await Listings.FindLatestAsync("inbox", Token))?.Id);

        await Listings.SaveFetchedAsync(Some.Listing("a", "inbox", minutes: 10), Token);

        Assert.Equal("a", (await Listings.FindLatestAsync("inbox", Token))?.Id);
        Assert.Null(await Listings.FindLatestAsync("unknown", Token));
    }

    [Fact]
    public async Task TakeUnparsed_FromTheFetchOn_ThenAfterEachDelayAgain()
    {
        await Listings.SaveFetchedAsync(Some.Listing(minutes: 0), Token);

        Assert.Empty(await TakeAsync(minutes: -1));
        Assert.Equal([Some.Listing(minutes: 0)], await TakeAsync(minutes: 0));
        Assert.Empty(await TakeAsync(minutes: 9));
        Assert.Single(await TakeAsync(minutes: 10));
        Assert.Empty(await TakeAsync(minutes: 19));
    }

    [Fact]
    public async Task Renew_WhileItIsParsed_PutsTheSweepOff_AndChangesNothingElse()
    {
        await Listings.SaveFetchedAsync(Some.Listing(minutes: 0), Token);

        await Listings.RenewAsync("listing-a", Some.Time(25), Token);

        Assert.Empty(await TakeAsync(minutes: 24));
        Assert.Equal([Some.Listing(minutes: 0)], await TakeAsync(minutes: 25));
    }

    [Fact]
    public async Task Renew_OfAListingWithAResult_DoesNotMakeItWaitAgain()
    {
        await Listings.SaveFetchedAsync(Some.Listing(), Token);
        await Listings.SaveResultAsync("listing-a", Some.Time(), ListingState.Parsed, Some.Result(), Token);

        await Listings.RenewAsync("listing-a", Some.Time(5), Token);

        Assert.Empty(await TakeAsync(minutes: 1000));
    }

    [Theory]
    [InlineData(ListingState.Parsed)]
    [InlineData(ListingState.Rejected)]
    public async Task TakeUnparsed_OfAListingWithAResult_TakesNothing(ListingState state)
    {
        await Listings.SaveFetchedAsync(Some.Listing(), Token);
        await Listings.SaveResultAsync("listing-a", Some.Time(), state, Some.Result(), Token);

        Assert.Empty(await TakeAsync(minutes: 1000));
    }

    [Fact]
    public async Task TakeUnparsed_AfterALaterFetch_WaitsAnewFromThatFetch()
    {
        await Listings.SaveFetchedAsync(Some.Listing(minutes: 0), Token);
        Assert.Single(await TakeAsync(minutes: 30));

        await Listings.SaveFetchedAsync(Some.Listing(minutes: 50), Token);

        Assert.Empty(await TakeAsync(minutes: 49));
        Assert.Single(await TakeAsync(minutes: 50));
    }

    [Fact]
    public async Task TakeUnparsed_WithALimitAndCallersAtOnce_GivesEachListingToOneOfThem()
    {
        for (var n = 0; n < 12; n++)
        {
            await Listings.SaveFetchedAsync(Some.Listing($"listing-{n:00}"), Token);
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakeAsync(minutes: 10, limit: 5), Token)));

        Assert.All(taken, t => Assert.InRange(t.Count, 0, 5));
        var rest = await TakeAsync(minutes: 10, limit: 100);
        Assert.Equal(
            Enumerable.Range(0, 12).Select(n => $"listing-{n:00}"),
            taken.SelectMany(t => t).Concat(rest).Select(l => l.Id).Order(StringComparer.Ordinal));
    }

    private Task<IReadOnlyList<Listing>> TakeAsync(int minutes, int limit = 10)
        => Listings.TakeUnparsedAsync(Some.Time(minutes), Delay, limit, Token);
}
