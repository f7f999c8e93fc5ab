using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>What waits for each stage, and how a prepared store looks from outside.</summary>
public abstract class BacklogContract : StoreContract
{
    [Fact]
    public async Task Measure_OfAnEmptyStore_IsNothingForEachStage()
        => Assert.Equal(
            [new(StageNames.Parse, 0, null), new(StageNames.Claims, 0, null), new(StageNames.Topics, 0, null)], await Backlog.MeasureAsync(Token));

    [Fact]
    public async Task Measure_CountsWhatLacksAStage_AndSinceWhen()
    {
        await Listings.SaveFetchedAsync(Some.Listing("waiting", minutes: 3), Token);
        await Listings.SaveFetchedAsync(Some.Listing("done", minutes: 1), Token);
        await Listings.SaveResultAsync("done", Some.Time(1), ListingState.Parsed, Some.Result(), Token);
        var first = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        var second = await GivenOneAsync(Some.Paper(2), Some.Observation("b", minutes: 5));
        var done = await GivenOneAsync(Some.Paper(3), Some.Observation("c", minutes: -9));
        await SaveAsync(Some.Claims(first));
        await SaveAsync(Some.Claims(done));
        await SaveAsync(Some.Topics(done));
        await SaveAsync(Some.Claims(second));
        await GivenOneAsync(Some.Paper(2, title: "Newer"), Some.Observation("d", minutes: 7));

        Assert.Equal(
            [new(StageNames.Parse, 1, Some.Time(3)), new(StageNames.Claims, 1, Some.Time(7)), new(StageNames.Topics, 2, Some.Time(0))],
            await Backlog.MeasureAsync(Token));
    }

    [Fact]
    public async Task Save_ThatEndsThePapersWait_SaysSoOnce()
    {
        var outcome = await GivenOneAsync(Some.Paper(1));

        Assert.Null((await SaveAsync(Some.Claims(outcome))).Finished);
        Assert.Equal(new(Some.Paper(1).PublishedAt), (await SaveAsync(Some.Topics(outcome))).Finished);
        Assert.Null((await SaveAsync(Some.Topics(outcome))).Finished);
    }

    [Fact]
    public async Task Inspect_OfAPreparedStore_LacksNothing()
    {
        var condition = await Store.Port<IStoreInspection>().InspectAsync(Token);

        Assert.Empty(condition.Missing);
        Assert.NotEmpty(condition.Where);
        Assert.NotEmpty(condition.Form);
    }
}
