using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>The write that brings the last missing section completes the revision, and says so every time it is repeated.</summary>
public abstract class CompletionContract : StoreContract
{
    [Fact]
    public async Task Completion_ClaimsThenTopics_IsByTopics()
    {
        var paper = await GivenOneAsync(Some.Paper(1));

        var claims = await SaveAsync(Some.Claims(paper, minutes: 1));
        var topics = await SaveAsync(Some.Topics(paper, minutes: 2));

        Assert.Null(claims.Completed);
        Assert.Equal(Expected(paper, "topics", minutes: 2), topics.Completed);
        await AssertCompleteAsync(paper, topics.Completed);
    }

    [Fact]
    public async Task Completion_TopicsThenClaims_IsByClaims()
    {
        var paper = await GivenOneAsync(Some.Paper(1));

        var topics = await SaveAsync(Some.Topics(paper, minutes: 1));
        var claims = await SaveAsync(Some.Claims(paper, minutes: 2));

        Assert.Null(topics.Completed);
        Assert.Equal(Expected(paper, "claims", minutes: 2), claims.Completed);
        await AssertCompleteAsync(paper, claims.Completed);
    }

    [Fact]
    public async Task Completion_WhenEitherWriteIsRepeated_IsReportedByTheSameStageOnly()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(paper));
        var first = await SaveAsync(Some.Topics(paper));

        Assert.Null((await SaveAsync(Some.Claims(paper, minutes: 20))).Completed);
        Assert.Equal(first, await SaveAsync(Some.Topics(paper, minutes: 21)));
    }

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

    [Fact]
    public async Task Completion_OfANewRevision_NeedsBothSectionsAgain()
    {
        var old = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        await SaveAsync(Some.Claims(old));
        var oldCompletion = (await SaveAsync(Some.Topics(old))).Completed;
        var current = await GivenOneAsync(Some.Paper(1, title: "Newer"), Some.Observation("b", minutes: 10));

        Assert.Null((await SaveAsync(Some.Topics(current, minutes: 11))).Completed);
        var waiting = await GetAsync(current.PaperId);
        Assert.Equal((true, oldCompletion), (waiting.Pending, waiting.Enriched));

        var claims = await SaveAsync(Some.Claims(current, minutes: 12));
        Assert.Equal(Expected(current, "claims", minutes: 12), claims.Completed);
        await AssertCompleteAsync(current, claims.Completed);
    }

    [Fact]
    public async Task Completion_BackAtARevisionThatWasComplete_WaitsForTheSectionThatMovedOn()
    {
        var first = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        await SaveAsync(Some.Claims(first));
        var completed = await SaveAsync(Some.Topics(first));
        var other = await GivenOneAsync(Some.Paper(1, title: "Other"), Some.Observation("b", minutes: 10));
        await SaveAsync(Some.Claims(other));
        await GivenOneAsync(Some.Paper(1), Some.Observation("c", minutes: 20));

        Assert.Null((await SaveAsync(Some.Topics(first))).Completed);
        Assert.True((await GetAsync(first.PaperId)).Pending);

        await SaveAsync(Some.Claims(first));
        await AssertCompleteAsync(first, completed.Completed);
    }

    [Fact]
    public async Task Completion_WithTheSamePaperTwiceInOneCall_IsReportedForBoth()
    {
        var paper = await GivenOneAsync(Some.Paper(1));
        await SaveAsync(Some.Claims(paper));

        var saved = await Papers.SaveTopicsAsync([Some.Topics(paper), Some.Topics(paper)], Token);

        Assert.NotNull(saved[0].Completed);
        Assert.Equal(saved[0], saved[1]);
    }

    [Fact]
    public async Task Completion_WithBothStagesWritingAtOnce_HappensOncePerPaper()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(200));

        var claims = Task.Run(() => InBatchesAsync(papers, p => Some.Claims(p), Papers.SaveClaimsAsync), Token);
        var topics = Task.Run(() => InBatchesAsync(papers, p => Some.Topics(p), Papers.SaveTopicsAsync), Token);
        var byClaims = await claims;
        var byTopics = await topics;

        for (var i = 0; i < papers.Count; i++)
        {
            var completion = Assert.Single(new[] { byClaims[i].Completed, byTopics[i].Completed }, c => c is not null);
            Assert.Equal(byClaims[i].Completed is null ? "topics" : "claims", completion?.By);
            await AssertCompleteAsync(papers[i], completion);
        }

        Assert.Equal(0, await Papers.CountPendingAsync(null, Token));
    }

    [Fact]
    public async Task Completion_WithTheSameStageDeliveredTwiceAtOnce_LeavesOneSection()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(40));
        await Papers.SaveClaimsAsync([.. papers.Select(p => Some.Claims(p))], Token);

        var first = Task.Run(() => InBatchesAsync(papers, p => Some.Topics(p, minutes: 5), Papers.SaveTopicsAsync), Token);
        var second = Task.Run(() => InBatchesAsync(papers, p => Some.Topics(p, minutes: 6), Papers.SaveTopicsAsync), Token);

        Assert.Equal(await first, await second);
        Assert.All(await first, o => Assert.NotNull(o.Completed));
    }

    private static async Task<IReadOnlyList<SectionOutcome>> InBatchesAsync<TSection>(
        IReadOnlyList<UpsertOutcome> papers,
        Func<UpsertOutcome, SectionWrite<TSection>> section,
        Func<IReadOnlyList<SectionWrite<TSection>>, CancellationToken, Task<IReadOnlyList<SectionOutcome>>> save)
    {
        var outcomes = new List<SectionOutcome>();
        foreach (var batch in papers.Chunk(10))
        {
            outcomes.AddRange(await save([.. batch.Select(section)], Token));
        }

        return outcomes;
    }

    private static Completion Expected(UpsertOutcome paper, string by, int minutes) => new()
    {
        Revision = paper.Revision,
        ClaimsVersion = "cues/1",
        TopicsVersion = "terms/1+arxiv/1",
        By = by,
        At = Some.Time(minutes),
    };

    private async Task AssertCompleteAsync(UpsertOutcome expected, Completion? completion)
    {
        var paper = await GetAsync(expected.PaperId);
        Assert.Equal((false, completion), (paper.Pending, paper.Enriched));
    }
}
