using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class ReprocessFailuresTests
{
    [Fact]
    public async Task APaperThatIsNotDone_IsSentAgainWhenItIsDue_AndGivenUpWhenOthersWereDone()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 2);
        var run = await fixture.BeginAsync();
        await fixture.StepAsync(run);

        fixture.Time.Advance(fixture.Options.RedispatchAfter - TimeSpan.FromMilliseconds(1));
        await fixture.StepAsync(run);
        Assert.Equal(Ids(1, 2), fixture.Sent);

        fixture.Time.Advance(TimeSpan.FromMilliseconds(1));
        await fixture.StepAsync(run);
        Assert.Equal(Ids(1, 2, 1, 2), fixture.Sent);

        fixture.Enrich(2);
        await fixture.StepAsync(run);
        fixture.Time.Advance(fixture.Options.RedispatchAfter);
        run = await fixture.StepAsync(run);

        Assert.Equal((1, 1, ReprocessState.Done), (run.Counts.Failed, run.Counts.Unchanged, run.State));
        Assert.Equal([Some.PaperId(1)], run.FailedIds);
    }

    [Fact]
    public async Task PapersThatFail_AreAllCounted_AndTheFirstKeysKept()
    {
        const int papers = ReprocessRun.MaxFailedIds + 1;
        await using var fixture = await ReprocessFixture.StartAsync(papers);
        fixture.Options.ReprocessInFlight = papers;
        fixture.Options.ReprocessAttempts = 1;
        var run = await fixture.BeginAsync();
        await fixture.StepAsync(run);

        for (var time = 1; time <= 4; time++)
        {
            fixture.Time.Advance(fixture.Options.RedispatchAfter);
            run = await fixture.StepAsync(run);
        }

        Assert.Equal((papers, ReprocessState.Done), (run.Counts.Failed, run.State));
        Assert.Equal(Ids([.. Enumerable.Range(1, ReprocessRun.MaxFailedIds)]), run.FailedIds);
    }

    [Fact]
    public async Task WhileNoPaperIsDone_NoneIsGivenUpForLonger()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);
        var run = await fixture.BeginAsync();
        await fixture.StepAsync(run);

        for (var time = 1; time < 8; time++)
        {
            fixture.Time.Advance(fixture.Options.RedispatchAfter);
            run = await fixture.StepAsync(run);
        }

        Assert.Equal((8, 0), (fixture.Sent.Count, run.Counts.Failed));
        fixture.Time.Advance(fixture.Options.RedispatchAfter);
        Assert.Equal(1, (await fixture.StepAsync(run)).Counts.Failed);
    }

    private static IEnumerable<string> Ids(params int[] numbers) => numbers.Select(Some.PaperId);
}
