using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Listings that arrive at the same time and name the same papers.</summary>
public abstract class ConcurrentUpsertContract : StoreContract
{
    private const int Writers = 4;

    [Fact]
    public async Task Upsert_OfTheSamePapersFromFourListingsAtOnce_LosesNoSighting()
    {
        var listed = Some.Papers(20);

        var outcomes = await AtOnceAsync(w => Some.Observation($"listing-{w}", minutes: w), listed);

        Assert.Equal(listed.Count, (await Papers.SummariseAsync(null, Token)).Papers);
        for (var i = 0; i < listed.Count; i++)
        {
            var paper = await GetAsync(listed[i].Id);
            Assert.Equal(Enumerable.Range(0, Writers).Select(w => $"listing-{w}"), paper.Sightings.Select(s => s.ListingId));
            Assert.Equal(Some.Time(Writers - 1), paper.ObservedAt);
            Assert.Single(outcomes, o => o[i].Change == PaperChange.New);
        }
    }

    [Fact]
    public async Task Upsert_OfOneListingDeliveredFourTimesAtOnce_GivesTheSameOutcomesToAll()
    {
        var outcomes = await AtOnceAsync(_ => Some.Observation(), Some.Papers(20));

        Assert.All(outcomes, o => Assert.Equal(outcomes[0], o));
        Assert.All(outcomes[0], o => Assert.Equal(PaperChange.New, o.Change));
        Assert.Equal(20, (await Papers.SummariseAsync("listing-a", Token)).Papers);
    }

    [Fact]
    public async Task Upsert_OfDifferingContentFromFourListingsAtOnce_EndsWithTheLatest()
    {
        var writes = Enumerable.Range(0, Writers).Select(w => Task.Run(
            () => GivenAsync(
                Some.Observation($"listing-{w}", minutes: w),
                [.. Enumerable.Range(1, 20).Select(n => Some.Paper(n, title: $"Version {w} of {n}"))]),
            Token));
        await Task.WhenAll(writes);

        for (var n = 1; n <= 20; n++)
        {
            var paper = await GetAsync(Some.Paper(n).Id);
            Assert.Equal($"Version {Writers - 1} of {n}", paper.Title);
            Assert.Equal(PaperText.Revision(paper.Title, paper.Abstract), paper.Revision);
            Assert.Equal($"listing-{Writers - 1}", paper.ContentListingId);
        }
    }

    private async Task<IReadOnlyList<UpsertOutcome>[]> AtOnceAsync(Func<int, Observation> observation, IReadOnlyList<ParsedPaper> papers)
        => await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => GivenAsync(observation(w), papers), Token)));
}
