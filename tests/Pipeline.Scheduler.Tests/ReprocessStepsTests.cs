using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class ReprocessStepsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OverSevenPapers_SendsAFewAtATimeAndCountsWhatBecameOfThem()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 7);
        var run = await fixture.BeginAsync();
        Assert.Equal(7, run.Counts.Total);

        await fixture.StepAsync(run);
        Assert.Equal(Ids(1, 2, 3), fixture.Sent);

        fixture.Enrich(1, confidence: 0.9);
        fixture.Enrich(2);
        run = await fixture.StepAsync(run);
        Assert.Equal(Ids(1, 2, 3, 4, 5), fixture.Sent);
        Assert.Equal((1, 1, ReprocessState.Running), (run.Counts.Changed, run.Counts.Unchanged, run.State));

        await FinishAsync(fixture, run, 3, 4, 5);
        run = await FinishAsync(fixture, run, 6, 7);

        Assert.Equal(Ids(1, 2, 3, 4, 5, 6, 7), fixture.Sent);
        Assert.Equal(new() { Total = 7, Changed = 1, Unchanged = 6 }, run.Counts);
        Assert.Equal((ReprocessState.Done, fixture.Time.GetUtcNow()), (run.State, run.EndedAt));
        Assert.Equal(new() { Kind = "contribution", Changed = 1 }, Assert.Single(run.Diff.Counts));
        Assert.Equal((Some.PaperId(1), 0.5, 0.9), Assert.Single(run.Diff.Examples) is var e ? (e.PaperId, e.Before, e.After) : default);
    }

    [Fact]
    public async Task Run_WhileFreshPapersWait_TakesFewerInHand_AndMoreOnceNoneWaits()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 5);
        (fixture.Options.ReprocessInFlightBusy, fixture.Papers.Pending) = (1, 7);
        var run = await fixture.BeginAsync();

        await fixture.StepAsync(run);
        await fixture.StepAsync(run);
        Assert.Equal(Ids(1), fixture.Sent);

        fixture.Papers.Pending = 0;
        await fixture.StepAsync(run);
        Assert.Equal(Ids(1, 2, 3), fixture.Sent);
    }

    [Fact]
    public async Task Run_OverNoPaper_IsDoneAtOnce()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 0);

        Assert.Equal(ReprocessState.Done, (await fixture.StepAsync(await fixture.BeginAsync())).State);
    }

    [Fact]
    public async Task Papers_ThatTheTargetVersionHasDone_AreUnchangedWithoutBeingSent()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 2);
        fixture.Enrich(1);
        fixture.Enrich(2);

        var run = await fixture.StepAsync(await fixture.BeginAsync());

        Assert.Empty(fixture.Sent);
        Assert.Equal((2, ReprocessState.Done), (run.Counts.Unchanged, run.State));
    }

    [Fact]
    public async Task TwoRunsOverTheSamePapers_BothEnd_AndNothingIsCountedTwice()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 3);
        var (one, two) = (await fixture.BeginAsync(), await fixture.BeginAsync());
        await fixture.StepAsync(one);
        await fixture.StepAsync(two);
        fixture.Enrich(1, confidence: 0.9);
        fixture.Enrich(2);
        fixture.Enrich(3);

        Assert.Equal(new() { Total = 3, Changed = 1, Unchanged = 2 }, (await fixture.StepAsync(one)).Counts);
        Assert.Equal(new() { Total = 3, Changed = 1, Unchanged = 2 }, (await fixture.StepAsync(two)).Counts);
    }

    [Fact]
    public async Task PapersThatComeOrLeaveBeforeTheyAreTaken_CountInTheEnd()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 5);
        var run = await fixture.BeginAsync();
        await fixture.StepAsync(run);
        fixture.Store.Remove(Some.PaperId(4));
        fixture.Store.Remove(Some.PaperId(5));

        run = await FinishAsync(fixture, run, 1, 2, 3);

        Assert.Equal((new() { Total = 3, Unchanged = 3 }, ReprocessState.Done), (run.Counts, run.State));
    }

    [Fact]
    public async Task APaperThatMovedOn_OrIsGone_IsOvertaken()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 2);
        var run = await fixture.BeginAsync();
        await fixture.StepAsync(run);
        fixture.Store.Put(Some.Enriched(1, revision: "r2"));
        fixture.Store.Remove(Some.PaperId(2));

        run = await fixture.StepAsync(run);

        Assert.Equal((2, ReprocessState.Done), (run.Counts.Overtaken, run.State));
    }

    [Fact]
    public async Task WhatPapersHadBefore_IsKeptOnlyWhileTheyAreOnTheirWay()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 4);
        var run = await fixture.BeginAsync();
        await fixture.StepAsync(run);
        Assert.Equal(3, fixture.Store.Kept);

        await FinishAsync(fixture, run, 1, 2);
        Assert.Equal(2, fixture.Store.Kept);

        await FinishAsync(fixture, run, 3, 4);
        Assert.Equal(0, fixture.Store.Kept);
    }

    [Fact]
    public async Task ARunThatIsCancelled_KeepsNothingOfItsPapers()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 2);
        var run = await fixture.BeginAsync();
        await fixture.StepAsync(run);

        await fixture.Runs.CancelAsync(run.Id, Token);

        Assert.Equal(0, fixture.Store.Kept);
    }

    [Fact]
    public async Task ARunThatAPersonPausesMeanwhile_IsNotWrittenOver_AndNothingIsSent()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 3);
        var run = await fixture.BeginAsync();
        fixture.Store.BeforeUpdate = written =>
        {
            fixture.Store.BeforeUpdate = null;
            fixture.Runs.PauseAsync(written.Id, Token).GetAwaiter().GetResult();
        };

        run = await fixture.StepAsync(run);

        Assert.Equal((ReprocessState.Paused, 0), (run.State, run.InFlight.Count));
        Assert.Empty(fixture.Sent);
    }

    [Fact]
    public async Task ARunThatDoesTopicsAgain_SendsToTheTopicStage()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);

        await fixture.StepAsync(await fixture.BeginAsync(EnrichmentStage.Topics));

        var sent = Assert.Single(fixture.SentToTopics);
        Assert.Equal((Some.PaperId(1), "r1", "Paper number 1", "We propose a method."), (sent.PaperId, sent.Revision, sent.Title, sent.Abstract));
        Assert.Empty(fixture.Sent);
    }

    private static IEnumerable<string> Ids(params int[] numbers) => numbers.Select(Some.PaperId);

    private static async Task<ReprocessRun> FinishAsync(ReprocessFixture fixture, ReprocessRun run, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            fixture.Enrich(number);
        }

        return await fixture.StepAsync(run);
    }
}
