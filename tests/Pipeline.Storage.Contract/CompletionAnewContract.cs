using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>A new version of a stage completes a revision anew only when it says something else.</summary>
public abstract class CompletionAnewContract : CompletionSteps
{
    [Fact]
    public async Task Completion_WhenAStageWritesANewVersion_IsByThatStage()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(paper));
        await SaveAsync(Some.Topics(paper));

        var newer = await SaveAsync(Some.Claims(paper, Some.Version(version: "2"), minutes: 9, type: ClaimType.Theory));

        Assert.Equal(Expected(paper, "claims", minutes: 9) with { ClaimsVersion = "cues/2" }, newer.Completed);
        Assert.Null((await SaveAsync(Some.Topics(paper))).Completed);
        Assert.Equal(ClaimType.Theory, (await GetAsync(paper.PaperId)).Claims!.Analysis.Claims[0].Type);
    }

    [Fact]
    public async Task Completion_WhenANewVersionSaysTheSame_StandsAndIsNotReported()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Topics(paper));
        var first = await SaveAsync(Some.Claims(paper, minutes: 2));

        var same = Some.Claims(paper, Some.Version(version: "2"), minutes: 9);
        Assert.Equal(new(SectionState.Saved), await SaveAsync(same));
        Assert.Equal(new(SectionState.Saved), await SaveAsync(same));

        await AssertCompleteAsync(paper, first.Completed);
        Assert.Equal("cues/2", (await GetAsync(paper.PaperId)).Claims!.Version.ToString());
    }

    [Fact]
    public async Task Completion_WhenTheOtherStageSaysTheSameAfterIt_IsStillReportedWhenRepeated()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(paper));
        await SaveAsync(Some.Topics(paper, topics: ["cs.LG"]));
        var other = Some.Claims(paper, Some.Version(version: "2"), minutes: 9, type: ClaimType.Theory);
        var completed = await SaveAsync(other);

        Assert.Null((await SaveAsync(Some.Topics(paper, Some.Version("terms", "2"), minutes: 10, "cs.LG"))).Completed);

        Assert.NotNull(completed.Completed);
        Assert.Equal(completed, await SaveAsync(other));
    }

    [Fact]
    public async Task Completion_WhenAThirdVersionSaysSomethingElse_IsReportedWithTheVersionsThatStand()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(paper));
        await SaveAsync(Some.Topics(paper, topics: ["cs.LG"]));
        await SaveAsync(Some.Claims(paper, Some.Version(version: "2"), minutes: 9));

        var third = await SaveAsync(Some.Topics(paper, Some.Version("terms", "3"), minutes: 11, "cs.RO"));

        Assert.Equal(Expected(paper, "topics", minutes: 11) with { ClaimsVersion = "cues/2", TopicsVersion = "terms/3" }, third.Completed);
    }
}
