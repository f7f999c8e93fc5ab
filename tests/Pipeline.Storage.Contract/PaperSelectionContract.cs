using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Storage.Contract;

/// <summary>A selection finds the papers it names and no others, page by page in the order of their keys, and counts as many.</summary>
public abstract class PaperSelectionContract : SelectionSteps
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Find_PageByPage_MeetsEveryPaperOnce(int limit)
    {
        await GivenAsync(Some.Observation(), Some.Papers(7));

        var met = new List<string>();
        for (string? after = null; ;)
        {
            var page = await Reprocessing.FindPapersAsync(ByClaims, after, limit, Token);
            met.AddRange(page.Select(paper => paper.Id));
            if (page.Count < limit)
            {
                break;
            }

            after = page[^1].Id;
        }

        Assert.Equal(Enumerable.Range(1, 7).Select(Key), met);
        Assert.Equal(7, await Reprocessing.CountPapersAsync(ByClaims, Token));
    }

    [Fact]
    public async Task Find_WhileItsPapersAreDone_GoesOnAfterTheKey()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(4));
        var selection = ByClaims with { Lacking = true };
        var page = await Reprocessing.FindPapersAsync(selection, after: null, 2, Token);
        await SaveAsync(Some.Claims(papers[0]));
        await SaveAsync(Some.Claims(papers[1]));

        var next = await Reprocessing.FindPapersAsync(selection, page[^1].Id, 2, Token);

        Assert.Equal([Key(3), Key(4)], next.Select(paper => paper.Id));
    }

    [Fact]
    public async Task Find_ReadsPapersWhole()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(paper));
        await SaveAsync(Some.Topics(paper, topics: ["cs.LG"]));

        var found = Assert.Single(await Reprocessing.FindPapersAsync(ByClaims, after: null, 10, Token));

        Assert.Equal(Canonical.Json(await GetAsync(paper.PaperId)), Canonical.Json(found));
    }

    [Fact]
    public async Task Find_ByIds_FindsKeysAndAliases()
    {
        await GivenAsync(Some.Observation(), Some.Paper(1, aliases: ["doi:10.1/a"]), Some.Paper(2), Some.Paper(3));

        await AssertFindsAsync(ByClaims with { Ids = ["doi:10.1/a", Key(3), Key(9)] }, 1, 3);
    }

    [Fact]
    public async Task Find_BySource_FindsWhatItShowed()
    {
        await GivenAsync(Some.Observation("a"), Some.Paper(1), Some.Paper(2));
        await GivenAsync(Some.Observation("b", minutes: 1), Some.Paper(2), Some.Paper(3));

        await AssertFindsAsync(ByClaims with { SourceId = "source-of-a" }, 1, 2);
        await AssertFindsAsync(ByClaims with { SourceId = "source-of-b" }, 2, 3);
        await AssertFindsAsync(ByClaims with { SourceId = "source-of-c" });
    }

    [Theory]
    [InlineData("2026-01-02", null, "2,3")]
    [InlineData(null, "2026-01-02", "1,2")]
    [InlineData("2026-01-02", "2026-01-02", "2")]
    [InlineData("2026-01-04", null, "")]
    public async Task Find_BetweenDays_CountsBothEnds(string? since, string? until, string expected)
    {
        // The third says no day of publication: the day of its listing counts.
        await GivenAsync(
            Some.Observation(), Published(1, new(2026, 1, 1, 23, 59, 59)), Published(2, new(2026, 1, 2)), Published(3, null) with { ListedAt = Utc(new(2026, 1, 3)) });

        await AssertFindsAsync(ByClaims with { Since = Day(since), Until = Day(until) }, [.. Numbers(expected)]);
    }

    [Fact]
    public async Task Find_ByTopics_FindsPapersWithOneOfThem()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(3));
        await SaveAsync(Some.Topics(papers[0], topics: ["cs.LG", "cs.CL"]));
        await SaveAsync(Some.Topics(papers[1], topics: ["cs.RO"]));
        await SaveAsync(Some.Topics(papers[2], topics: ["math.NA"]));

        await AssertFindsAsync(ByTopics with { Topics = ["cs.CL", "cs.RO"] }, 1, 2);
        await AssertFindsAsync(ByTopics with { Topics = ["cs.AI"] });
    }

    [Fact]
    public async Task Find_ByText_FindsPapersWithAllWords()
    {
        await GivenAsync(Some.Observation(), Some.Paper(1, title: "Red apples"), Some.Paper(2, title: "Green Apples"), Some.Paper(3, title: "Green pears"));

        await AssertFindsAsync(ByClaims with { Text = "apples" }, 1, 2);
        await AssertFindsAsync(ByClaims with { Text = "apples GREEN" }, 2);
    }

    [Fact]
    public async Task Find_ByEverythingAtOnce_NeedsAllToHold()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(3));
        foreach (var paper in papers)
        {
            await SaveAsync(Some.Claims(paper));
            await SaveAsync(Some.Topics(paper, topics: ["cs.LG"]));
        }

        var all = ByClaims with
        {
            Ids = [Key(2), Key(3)],
            SourceId = "source-of-listing-a",
            Since = new(2026, 1, 1),
            Until = new(2026, 12, 31),
            Topics = ["cs.LG"],
            Text = "number 3",
            MadeBy = [Some.Version()],
            OtherThan = Some.Version(version: "2"),
        };

        await AssertFindsAsync(all, 3);
        await AssertFindsAsync(all with { OtherThan = Some.Version() });
        await AssertFindsAsync(all with { Lacking = true });
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(DateTime time) => new(time, TimeSpan.Zero);

    private static ParsedPaper Published(int number, DateTime? at) => Some.Paper(number) with { PublishedAt = at is { } time ? Utc(time) : null };

    private static IEnumerable<int> Numbers(string text)
        => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
}
