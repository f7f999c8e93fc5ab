using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Claims are found by the words of their quotes and by type.</summary>
public abstract class ClaimSearchContract : StoreContract
{
    [Theory]
    [InlineData("apples", 1)]
    [InlineData("APPLES", 1)]
    [InlineData("apple", 0)]
    [InlineData("we", 2)]
    [InlineData("apples sweet", 1)]
    [InlineData("apples sour", 0)]
    [InlineData("91.5", 1)]
    [InlineData("title", 0)]
    [InlineData("\"we\" OR", 0)]
    [InlineData(null, 2)]
    public async Task Search_ByText_FindsClaimsThatHaveAllItsWordsInOneQuote(string? text, int expected)
    {
        var paper = await GivenOneAsync(Some.Paper(
            1, title: "Title", @abstract: "We show that apples are sweet in 91.5 % of cases. We find lemons sour."));
        await SaveAsync(Some.Claims(paper));

        var hits = await SearchAsync(new() { Text = text });

        Assert.Equal(expected, hits.Count);
        Assert.All(hits, h => Assert.Equal((paper.PaperId, "Title"), (h.PaperId, h.Title)));
    }

    [Fact]
    public async Task Search_ByType_FindsClaimsOfThatType()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(2));
        await SaveAsync(Some.Claims(papers[0], type: ClaimType.Finding));
        await SaveAsync(Some.Claims(papers[1], type: ClaimType.Theory));

        Assert.Equal([papers[1].PaperId, papers[1].PaperId], (await SearchAsync(new() { Type = ClaimType.Theory })).Select(h => h.PaperId));
        Assert.Equal([papers[0].PaperId], (await SearchAsync(new() { Type = ClaimType.Finding, Text = "91.5" })).Select(h => h.PaperId));
        Assert.Empty(await SearchAsync(new() { Type = ClaimType.Availability }));
    }

    [Fact]
    public async Task Search_ComesNewestPaperFirst_ThenInOrderOfAppearance()
    {
        var old = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        var recent = await GivenOneAsync(Some.Paper(2), Some.Observation("b", minutes: 5));
        await SaveAsync(Some.Claims(recent));
        await SaveAsync(Some.Claims(old));

        var hits = await SearchAsync(new());

        Assert.Equal([recent.PaperId, recent.PaperId, old.PaperId, old.PaperId], hits.Select(h => h.PaperId));
        Assert.True(hits[0].Claim.Start < hits[1].Claim.Start);
        Assert.Equal(Canonical.Json(Some.Claims(recent).Section.Analysis.Claims[0]), Canonical.Json(hits[0].Claim));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(6, 6)]
    [InlineData(7, 6)]
    [InlineData(null, 6)]
    public async Task Search_WithALimit_ReadsNoMore(int? limit, int expected)
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(3));
        await Papers.SaveClaimsAsync([.. papers.Select(p => Some.Claims(p))], Token);

        Assert.Equal(expected, (await SearchAsync(new() { Limit = limit })).Count);
    }

    [Fact]
    public async Task Search_AfterAStageWroteANewVersion_FindsTheNewClaimsOnly()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(paper));
        var write = Some.Claims(paper, Some.Version(version: "2"));
        var analysis = write.Section.Analysis;

        await SaveAsync(write with { Section = write.Section with { Analysis = analysis with { Claims = [analysis.Claims[0]] } } });

        Assert.Single(await SearchAsync(new()));
        Assert.Empty(await SearchAsync(new() { Text = "91" }));
        Assert.Equal(1, (await Papers.SummariseAsync(null, Token)).Claims);
    }
}
