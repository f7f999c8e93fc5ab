using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Writers that meet complete each revision once.</summary>
public abstract class CompletionRaceContract : CompletionSteps
{
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
}
