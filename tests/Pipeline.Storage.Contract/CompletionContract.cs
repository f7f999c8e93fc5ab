using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>The write that brings the last missing section completes the revision, and says so every time it is repeated.</summary>
public abstract class CompletionContract : CompletionSteps
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
}
