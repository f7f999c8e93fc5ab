using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class BackfillStepsTests : IAsyncLifetime
{
    private static readonly SourceDefinition Daily = Some.Source();
    private static readonly SourceDefinition Query = Some.Source("query", SourceKind.ArxivQuery);
    private static readonly DayWindow Week = new(Some.Day("2026-01-01"), Some.Day("2026-01-07"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SourceFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await SourceFixture.StartAsync(Daily, Query);

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task DailySource_IsAskedDayByDay_EachAfterTheOneBefore()
    {
        await RequestAsync(Daily);

        await StepAsync();
        await StepAsync();
        Assert.Equal(["01-01"], Parts());

        await WorkOffAsync();
        Assert.Equal(["01-01", "02-02", "03-03", "04-04", "05-05", "06-06", "07-07"], Parts());
        Assert.Equal((BackfillState.Done, 0, null), await StandAsync(Daily));
    }

    [Fact]
    public async Task CoveredDays_AreLeftOut()
    {
        await _fixture.AnswerAsync(Daily, "2026-01-02", days: 4);
        await RequestAsync(Daily);

        await WorkOffAsync();

        Assert.Equal(["01-01", "06-06", "07-07"], Parts());
    }

    [Fact]
    public async Task CoveredDays_AskedForAgain_AreNotLeftOut()
    {
        await _fixture.AnswerAsync(Query, "2026-01-01", days: 7);
        await RequestAsync(Query, again: true);

        await WorkOffAsync();

        Assert.Equal(["01-07"], Parts());
    }

    [Fact]
    public async Task MoreThanAMonthOfCoveredDays_IsPassedOverInOneStep()
    {
        await _fixture.AnswerAsync(Daily, "2025-10-01", days: 90);
        await _fixture.Backfills.RequestAsync(Daily, new DayWindow(Some.Day("2025-10-01"), Some.Day("2025-12-30")), again: false, Token);

        await StepAsync();

        Assert.Equal(["30-30"], Parts());
    }

    [Fact]
    public async Task ArxivSource_IsAskedInChunks()
    {
        _fixture.Options.BackfillDays = 3;
        await RequestAsync(Query);

        await WorkOffAsync();

        Assert.Equal(["01-03", "04-06", "07-07"], Parts());
    }

    [Fact]
    public async Task Part_IsCreatedOnce_HoweverManyReplicas()
    {
        await RequestAsync(Daily);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _fixture.Steps().RunAsync(Token), Token)));

        Assert.Equal(["01-01"], Parts());
    }

    [Fact]
    public async Task CrashBetweenRunAndBackfill_IsHealed_WithoutASecondRun()
    {
        var backfill = await RequestAsync(Daily);
        await _fixture.Runs.TryCreateAsync(
            Some.Run() with { Id = RunIds.Part(backfill.Id, 1, Week.From), Cause = RunCause.Backfill, From = Week.From, To = Week.From }, Token);

        await StepAsync();

        Assert.Single(_fixture.Runs.Runs);
        Assert.Equal(_fixture.Runs.Runs[0].Id, (await FindAsync(Daily))!.RunId);
        Assert.Equal(Week.From.AddDays(1), (await FindAsync(Daily))!.Next);
    }

    [Fact]
    public async Task FailedRuns_AreCounted_AndHoldUpNothing()
    {
        await RequestAsync(Daily);

        await WorkOffAsync(RunState.Failed);

        Assert.Equal(7, _fixture.Runs.Runs.Count);
        Assert.Equal((BackfillState.Done, 7, null), await StandAsync(Daily));
    }

    [Fact]
    public async Task SameRequest_WhileItRuns_IsTheSameBackfill()
    {
        await RequestAsync(Daily);
        await StepAsync();
        var before = await FindAsync(Daily);

        Assert.Equal(before, await RequestAsync(Daily));
        Assert.Equal(before, await FindAsync(Daily));
    }

    [Fact]
    public async Task SameRequest_AfterItsEnd_AsksForWhatIsStillUncovered()
    {
        await RequestAsync(Daily);
        await WorkOffAsync();
        await _fixture.AnswerAsync(Daily, "2026-01-01", days: 6);

        await RequestAsync(Daily);
        await WorkOffAsync();

        Assert.Equal("07-07", Assert.Single(Parts().Skip(7)));
        Assert.Equal(2, (await FindAsync(Daily))!.Round);
    }

    [Fact]
    public async Task CancelledBackfill_Stops_AndTheSameRequestGoesOnWhereItStopped()
    {
        await RequestAsync(Daily);
        await StepAsync();
        Assert.True(await _fixture.Backfills.CancelAsync(Daily.Id, Week, Token));
        await EndAllAsync();
        await StepAsync();
        Assert.Single(Parts());

        await RequestAsync(Daily);
        await WorkOffAsync();

        Assert.Equal(7, Parts().Count);
        Assert.Equal(1, (await FindAsync(Daily))!.Round);
    }

    [Fact]
    public async Task Cancel_OfWhatDoesNotRun_SaysSo()
    {
        Assert.False(await _fixture.Backfills.CancelAsync(Daily.Id, Week, Token));
        await RequestAsync(Daily);
        await WorkOffAsync();

        Assert.False(await _fixture.Backfills.CancelAsync(Daily.Id, Week, Token));
    }

    [Fact]
    public async Task PausedSource_IsNotAskedFurther()
    {
        await RequestAsync(Daily);
        await _fixture.Sources.SetPausedAsync(Daily.Id, Some.Noon, Token);
        await StepAsync();
        Assert.Empty(Parts());

        await _fixture.Sources.SetPausedAsync(Daily.Id, since: null, Token);
        await StepAsync();
        Assert.Single(Parts());
    }

    [Fact]
    public async Task RemovedSource_CancelsItsBackfill()
    {
        await RequestAsync(Daily);
        await _fixture.Sources.RemoveAsync(Daily.Id, Token);

        await StepAsync();

        Assert.Equal((BackfillState.Cancelled, 0, null), await StandAsync(Daily));
    }

    [Fact]
    public async Task SourceThatIsNotAskedByDay_CannotBeBackfilled()
        => await Assert.ThrowsAsync<ArgumentException>(
            () => _fixture.Backfills.RequestAsync(Daily with { Kind = SourceKind.Feed }, Week, again: false, Token));

    [Fact]
    public async Task Estimate_GoesByTheStoresCoverageAndHistory()
    {
        await _fixture.AnswerAsync(Query, "2026-01-01", days: 2);
        await _fixture.Runs.TryCreateAsync(
            Some.Run(Query.Id, RunState.Done) with { From = Some.Day("2026-01-01"), To = Some.Day("2026-01-02"), Pages = 8 }, Token);

        var estimate = await _fixture.Backfills.EstimateAsync(Query, Week, again: false, Token);

        Assert.Equal((7, 2, 5, 1, 20L), (estimate.Days, estimate.Covered, estimate.Asked, estimate.Runs, estimate.Requests));
    }

    private Task<Backfill> RequestAsync(SourceDefinition source, bool again = false)
        => _fixture.Backfills.RequestAsync(source, Week, again, Token);

    private Task StepAsync() => _fixture.Steps().RunAsync(Token);

    // Ends every run, as the Fetcher would, until nothing is left to do.
    private async Task WorkOffAsync(RunState end = RunState.Done)
    {
        while ((await _fixture.Runs.ListRunningBackfillsAsync(Token)).Count > 0)
        {
            await EndAllAsync(end);
            await StepAsync();
        }
    }

    private async Task EndAllAsync(RunState end = RunState.Done)
    {
        foreach (var run in _fixture.Runs.Runs)
        {
            await _fixture.EndAsync(run, end);
        }
    }

    private Task<Backfill?> FindAsync(SourceDefinition source) => _fixture.Runs.FindBackfillAsync(RunIds.Backfill(source.Id, Week.From, Week.To), Token);

    private async Task<(BackfillState State, int Failed, Guid? RunId)> StandAsync(SourceDefinition source)
    {
        var backfill = (await FindAsync(source))!;
        return (backfill.State, backfill.Failed, backfill.RunId);
    }

    private List<string> Parts() => [.. _fixture.Runs.Runs.Select(run => $"{run.From:dd}-{run.To:dd}")];
}
