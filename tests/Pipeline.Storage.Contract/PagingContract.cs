using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Papers and claims are read page by page: each once, and none left out.</summary>
public abstract class PagingContract : StoreContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Query_PageByPage_MeetsEveryPaperOnce(int limit)
    {
        await GivenAsync(Some.Observation("a", minutes: 0), Some.Paper(4), Some.Paper(2), Some.Paper(6));
        await GivenAsync(Some.Observation("b", minutes: 5), Some.Paper(1), Some.Paper(3));
        await GivenAsync(Some.Observation("c", minutes: 3), Some.Paper(5));

        Assert.Equal(new[] { 1, 3, 5, 2, 4, 6 }.Select(n => Some.Paper(n).Id), await WalkAsync(new() { Limit = limit }));
    }

    [Fact]
    public async Task Query_PageByPage_KeepsToWhatIsAskedFor()
    {
        var papers = await GivenAsync(Some.Observation(), [.. Some.Papers(6).Select(paper => paper with { Title = $"{paper.Title} apple" })]);
        foreach (var paper in papers.Where((_, i) => i % 2 == 0))
        {
            await SaveAsync(Some.Topics(paper, topics: ["cs.LG"]));
        }

        Assert.Equal(
            new[] { 1, 3, 5 }.Select(n => Some.Paper(n).Id),
            await WalkAsync(new() { Limit = 1, Text = "apple", Topics = [["cs.LG", "cs.CL"], ["cs.LG"]], SourceId = "source-of-listing-a" }));
    }

    [Fact]
    public async Task Query_BySource_FindsPapersThatAnyOfItsListingsShowed()
    {
        await GivenAsync(Some.Observation("a", minutes: 0), Some.Paper(1), Some.Paper(2));
        await GivenAsync(Some.Observation("b", minutes: 1), Some.Paper(2), Some.Paper(3));

        Assert.Equal(new[] { 2, 1 }.Select(n => Some.Paper(n).Id), await QueryAsync(new() { SourceId = "source-of-a" }));
        Assert.Equal(new[] { 2, 3 }.Select(n => Some.Paper(n).Id), await QueryAsync(new() { SourceId = "source-of-b" }));
        Assert.Empty(await QueryAsync(new() { SourceId = "source" }));
        Assert.Empty(await QueryAsync(new() { SourceId = "source.of-a" }));
        Assert.Empty(await QueryAsync(new() { SourceId = "source-of-a' OR '1'='1" }));
    }

    [Theory]
    [InlineData("inbox/a.b/c.xml", "inbox", true)]
    [InlineData("file:/srv/a.xml", "file", true)]
    [InlineData("inbox/a.xml", "inbox/a.xml", true)]
    [InlineData("inbox-2/a.xml", "inbox", false)]
    [InlineData("inbox", "inbox/", false)]
    [InlineData("inbox0", "inbox", false)]
    [InlineData("my.inbox", "my?inbox", false)]
    public async Task Query_BySourceOfManyFiles_FindsWhatAnyOfThemShowed(string stored, string asked, bool found)
    {
        var paper = Assert.Single(await GivenAsync(new Observation("a", stored, Some.Time()), Some.Paper(1)));
        await SaveAsync(Some.Topics(paper, topics: ["cs.LG"]));

        Assert.Equal(found, (await QueryAsync(new() { SourceId = asked })).Count == 1);
        Assert.Equal(found, (await Papers.CountTopicsAsync(new() { SourceId = asked }, Token)).Count == 1);
    }

    [Fact]
    public async Task Query_AfterAPlaceWhosePaperIsGone_ReadsOnFromThere()
    {
        await GivenAsync(Some.Observation(), Some.Paper(1), Some.Paper(3));

        Assert.Equal([Some.Paper(3).Id], await QueryAsync(new() { After = new(Some.Time(), Some.Paper(2).Id) }));
        Assert.Empty(await QueryAsync(new() { After = new(Some.Time(-1), "") }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task SearchClaims_PageByPage_MeetsEveryClaimOnce(int limit)
    {
        foreach (var (listing, minutes) in new[] { ("a", 0), ("b", 2), ("c", 1) })
        {
            var number = minutes * 2;
            foreach (var paper in await GivenAsync(Some.Observation(listing, minutes), Some.Paper(number + 1), Some.Paper(number + 2)))
            {
                await SaveAsync(Some.Claims(paper));
            }
        }

        var whole = await SearchAsync(new());
        var walked = new List<ClaimHit>();
        for (ClaimPlace? after = null; walked.Count <= whole.Count;)
        {
            var page = await SearchAsync(new() { After = after, Limit = limit });
            walked.AddRange(page);
            if (page.Count < limit)
            {
                break;
            }

            after = page[^1].Place;
        }

        Assert.Equal(12, whole.Count);
        Assert.Equal(whole.Select(hit => hit.Claim.Id), walked.Select(hit => hit.Claim.Id));
    }

    // Many of one time and one value, and as many of none: among equals the store's own order decides, that of bytes.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(50)]
    public async Task SearchClaims_ByValuePageByPage_MeetsEveryClaimOnce(int limit)
    {
        string[] keys = ["doi:10.1/b", "doi:10.1/\uFF21", "doi:10.1/\U0001F4C4", "doi:10.1/a"];
        foreach (var (listing, minutes) in new[] { ("a", 0), ("b", 2) })
        {
            var papers = keys.Select(key => Some.Paper($"{key}{listing}", $"Of {key}{listing}"));
            foreach (var paper in await GivenAsync(Some.Observation(listing, minutes), [.. papers]))
            {
                await SaveAsync(Some.Claims(paper));
            }
        }

        var whole = await SearchAsync(new() { Order = ClaimOrder.Value });
        var walked = new List<ClaimHit>();
        for (ClaimPlace? after = null; walked.Count <= whole.Count;)
        {
            var page = await SearchAsync(new() { Order = ClaimOrder.Value, After = after, Limit = limit });
            walked.AddRange(page);
            if (page.Count < limit)
            {
                break;
            }

            after = page[^1].Place;
        }

        Assert.Equal(16, whole.Count);
        Assert.Equal(whole.Select(hit => hit.Claim.Id), walked.Select(hit => hit.Claim.Id));
    }

    private async Task<IReadOnlyList<string>> WalkAsync(PaperQuery query)
    {
        var walked = new List<string>();
        while (true)
        {
            var page = new List<EnrichedPaper>();
            await foreach (var paper in Papers.QueryAsync(query, Token))
            {
                page.Add(paper);
            }

            walked.AddRange(page.Select(paper => paper.Id));
            if (page.Count < query.Limit || walked.Count > 100)
            {
                return walked;
            }

            query = query with { After = new(page[^1].ObservedAt, page[^1].Id) };
        }
    }
}
