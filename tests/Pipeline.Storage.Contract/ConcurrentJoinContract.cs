using System.Globalization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Listings that arrive at the same time and name the same papers by different keys.</summary>
public abstract class ConcurrentJoinContract : StoreContract
{
    private const int Each = 20;

    [Fact]
    public async Task Upsert_ByTitleAndByArxivIdAtOnce_EndsWithOnePaperEach()
    {
        for (var round = 0; round < 5; round++)
        {
            var first = 100 * round;
            await AtOnceAsync(
                () => GivenAsync(Some.Observation($"titles-{round}"), ByTitle(first)),
                () => GivenAsync(Some.Observation($"ids-{round}", minutes: 1), ByArxiv(first)));

            await AssertOneEachAsync(first, [$"titles-{round}", $"ids-{round}"]);
        }

        Assert.Equal(5 * Each, (await Papers.SummariseAsync(null, Token)).Papers);
    }

    [Fact]
    public async Task Upsert_ByThreeKeysAndTheListingThatConnectsThemAtOnce_EndsWithOnePaperEach()
    {
        await AtOnceAsync(
            () => GivenAsync(Some.Observation("titles"), ByTitle(0)),
            () => GivenAsync(Some.Observation("dois", minutes: 1), [.. Numbers(0).Select(n => Paper(n, $"doi:10.1/{n}"))]),
            () => GivenAsync(Some.Observation("ids", minutes: 2), ByArxiv(0)),
            () => GivenAsync(Some.Observation("all", minutes: 3), [.. Numbers(0).Select(n => Paper(n, Arxiv(n), $"doi:10.1/{n}", Title(n)))]));

        await AssertOneEachAsync(0, ["titles", "dois", "ids", "all"]);
        Assert.Equal(Each, (await Papers.SummariseAsync(null, Token)).Papers);
    }

    [Fact]
    public async Task Upsert_ThatJoins_WhileStagesWrite_LosesNoPaperAndLeavesNoneStuck()
    {
        var known = await GivenAsync(Some.Observation("titles"), ByTitle(0));

        await AtOnceAsync(
            () => GivenAsync(Some.Observation("ids", minutes: 1), ByArxiv(0)),
            async () => await Papers.SaveClaimsAsync([.. known.Select(paper => Some.Claims(paper))], Token),
            async () => await Papers.SaveTopicsAsync([.. known.Select(paper => Some.Topics(paper))], Token));

        await AssertOneEachAsync(0, ["titles", "ids"]);
        foreach (var paper in await Papers.TakePendingAsync(Some.Time(1000), TimeSpan.FromMinutes(1), 100, Token))
        {
            Assert.True(paper.NeedsClaims || paper.NeedsTopics);
            var outcome = new UpsertOutcome(paper.PaperId, PaperChange.Unchanged, paper.Revision, paper.Title, paper.Abstract, Pending: true);
            await SaveAsync(Some.Claims(outcome));
            await SaveAsync(Some.Topics(outcome));
        }

        Assert.Equal(0, await Papers.CountPendingAsync(null, Token));
    }

    private static Task AtOnceAsync(params Func<Task>[] writers) => Task.WhenAll(writers.Select(writer => Task.Run(writer, Token)));

    private async Task AssertOneEachAsync(int first, string[] listings)
    {
        foreach (var n in Numbers(first))
        {
            var paper = await GetAsync(Title(n));
            Assert.Equal(Arxiv(n), paper.Id);
            Assert.Equal(listings, paper.Sightings.Select(sighting => sighting.ListingId));
            Assert.Equal(Canonical.Json(paper), Canonical.Json(await GetAsync(Arxiv(n))));
        }
    }

    private static IEnumerable<int> Numbers(int first) => Enumerable.Range(first, Each);

    private static ParsedPaper[] ByTitle(int first) => [.. Numbers(first).Select(n => Paper(n, Title(n)))];

    private static ParsedPaper[] ByArxiv(int first) => [.. Numbers(first).Select(n => Paper(n, Arxiv(n), Title(n)))];

    private static ParsedPaper Paper(int number, params string[] aliases) => Some.Paper(aliases[0], $"Paper number {number}") with { Aliases = aliases };

    private static string Arxiv(int number) => $"arxiv:2603.{number.ToString("00000", CultureInfo.InvariantCulture)}";

    private static string Title(int number) => $"title:{number.ToString("x24", CultureInfo.InvariantCulture)}";
}
