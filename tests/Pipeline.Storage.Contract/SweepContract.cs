using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Papers that wait too long for a stage are taken, each time later.</summary>
public abstract class SweepContract : StoreContract
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Take_OfAPaperWithoutSections_SaysWhatItNeeds()
    {
        var paper = await GivenOneAsync(Some.Paper(1), Some.Observation(minutes: 0));

        var taken = Assert.Single(await TakeAsync(minutes: 0));

        Assert.Equal(
            new(paper.PaperId, paper.Revision, paper.Title, paper.Abstract, NeedsClaims: true, NeedsTopics: true), taken);
    }

    [Fact]
    public async Task Take_NamesOnlyTheStageThatIsMissingAtTheCurrentRevision()
    {
        var outcomes = await GivenAsync(Some.Observation("a"), Some.Papers(3));
        await SaveAsync(Some.Claims(outcomes[0]));
        await SaveAsync(Some.Topics(outcomes[1]));
        await SaveAsync(Some.Claims(outcomes[2]));
        await GivenOneAsync(Some.Paper(3, title: "Newer"), Some.Observation("b", minutes: 1));

        var taken = await TakeAsync(minutes: 1);

        Assert.Equal(
            [(outcomes[0].PaperId, false, true), (outcomes[1].PaperId, true, false), (outcomes[2].PaperId, true, true)],
            taken.OrderBy(t => t.PaperId, StringComparer.Ordinal).Select(t => (t.PaperId, t.NeedsClaims, t.NeedsTopics)));
    }

    [Fact]
    public async Task Take_OfAPaperStoredLongAfterItsListingWasObtained_WaitsFromWhenItWasStored()
    {
        await GivenOneAsync(Some.Paper(1), Some.Observation(minutes: 0) with { StoredAt = Some.Time(30) });

        Assert.Empty(await TakeAsync(minutes: 29));
        Assert.Single(await TakeAsync(minutes: 30));
    }

    [Fact]
    public async Task Take_BeforeTheSweepTime_TakesNothing()
    {
        await GivenOneAsync(Some.Paper(1), Some.Observation(minutes: 0));

        Assert.Empty(await Papers.TakePendingAsync(Some.Time().AddMilliseconds(-1), Delay, 10, Token));
        Assert.Single(await Papers.TakePendingAsync(Some.Time(), Delay, 10, Token));
    }

    [Fact]
    public async Task Take_OfACompletePaper_TakesNothing()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(paper));
        await SaveAsync(Some.Topics(paper));

        Assert.Empty(await TakeAsync(minutes: 1000));
    }

    [Fact]
    public async Task Take_AgainAndAgain_WaitsTwiceAsLongEachTime()
    {
        await GivenOneAsync(Some.Paper(1), Some.Observation(minutes: 0));

        foreach (var due in new[] { 0, 10, 10 + 20, 10 + 20 + 40 })
        {
            Assert.Empty(await TakeAsync(due - 1));
            Assert.Single(await TakeAsync(due));
        }
    }

    [Fact]
    public async Task Take_AfterManySweeps_StillComesBackWithin1024Delays()
    {
        await GivenOneAsync(Some.Paper(1));
        var now = Some.Time();
        for (var sweep = 0; sweep < 40; sweep++)
        {
            Assert.Single(await Papers.TakePendingAsync(now, Delay, 1, Token));
            now += Delay * 1024;
        }
    }

    [Fact]
    public async Task Take_AfterTheContentChanged_StartsAnewAtTheObservation()
    {
        await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        Assert.Single(await TakeAsync(minutes: 0));
        Assert.Single(await TakeAsync(minutes: 10));

        await GivenOneAsync(Some.Paper(1, title: "Newer"), Some.Observation("b", minutes: 12));

        Assert.Empty(await TakeAsync(minutes: 11));
        Assert.Equal("Newer", Assert.Single(await TakeAsync(minutes: 12)).Title);
        Assert.Empty(await TakeAsync(minutes: 21));
        Assert.Single(await TakeAsync(minutes: 22));
    }

    [Fact]
    public async Task Take_ASightingWithoutNewContent_DoesNotBringAPaperForward()
    {
        await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        Assert.Single(await TakeAsync(minutes: 0));

        await GivenOneAsync(Some.Paper(1), Some.Observation("b", minutes: 1));

        Assert.Empty(await TakeAsync(minutes: 9));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Take_WithALimit_LeavesTheRestForTheNext(int limit)
    {
        await GivenAsync(Some.Observation(), Some.Papers(5));

        var first = await TakeAsync(minutes: 0, limit);
        var rest = await TakeAsync(minutes: 0, limit: 10);

        Assert.Equal(Math.Min(limit, 5), first.Count);
        Assert.Equal(Some.Papers(5).Select(p => p.Id), first.Concat(rest).Select(p => p.PaperId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Take_FromFourCallersAtOnce_GivesEachPaperToOneOfThem()
    {
        await GivenAsync(Some.Observation(), Some.Papers(60));

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakeAsync(minutes: 1, limit: 30), Token)));

        var ids = taken.SelectMany(t => t).Select(t => t.PaperId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var rest = await TakeAsync(minutes: 1, limit: 100);
        Assert.Equal(60, ids.Count + rest.Count);
    }

    [Fact]
    public async Task CountPending_FollowsTheSections_InAllAndPerListing()
    {
        var a = await GivenAsync(Some.Observation("a"), Some.Paper(1), Some.Paper(2));
        var b = await GivenAsync(Some.Observation("b", minutes: 1), Some.Paper(2), Some.Paper(3));
        Assert.Equal((3, 2, 2, 0), await CountsAsync());

        await SaveAsync(Some.Claims(a[1]));
        Assert.Equal((3, 2, 2, 0), await CountsAsync());

        await SaveAsync(Some.Topics(a[1]));
        Assert.Equal((2, 1, 1, 0), await CountsAsync());

        await SaveAsync(Some.Topics(b[1]));
        await SaveAsync(Some.Claims(b[1]));
        Assert.Equal((1, 1, 0, 0), await CountsAsync());
    }

    private async Task<(long All, long A, long B, long Unknown)> CountsAsync() => (
        await Papers.CountPendingAsync(null, Token),
        await Papers.CountPendingAsync("a", Token),
        await Papers.CountPendingAsync("b", Token),
        await Papers.CountPendingAsync("unknown", Token));

    private Task<IReadOnlyList<PendingPaper>> TakeAsync(int minutes, int limit = 10)
        => Papers.TakePendingAsync(Some.Time(minutes), Delay, limit, Token);
}
