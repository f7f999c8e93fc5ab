using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class RunDispatchTests : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SourceFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await SourceFixture.StartAsync(Some.Source());

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task DueRun_IsHandedToTheFetcherWithItsDays()
    {
        var run = Some.Run() with { From = Some.Day("2026-01-01"), To = Some.Day("2026-01-07") };
        await _fixture.Runs.TryCreateAsync(run, Token);

        await _fixture.Dispatch().RunAsync(Token);

        var fetch = Assert.Single(_fixture.Fetches);
        Assert.Equal((run.Id, "daily", run.From, run.To), (fetch.RunId, fetch.SourceId, fetch.From, fetch.To));
    }

    [Fact]
    public async Task Run_WhoseMessageOrFetcherWasLost_IsDispatchedAgainAfterTheDelay()
    {
        await _fixture.Runs.TryCreateAsync(Some.Run(), Token);
        await _fixture.Dispatch().RunAsync(Token);

        _fixture.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        await _fixture.Dispatch().RunAsync(Token);
        Assert.Single(_fixture.Fetches);

        _fixture.Time.Advance(TimeSpan.FromMilliseconds(1));
        await _fixture.Dispatch().RunAsync(Token);
        Assert.Equal(2, _fixture.Fetches.Count);
    }

    [Theory]
    [InlineData(RunState.Done)]
    [InlineData(RunState.Failed)]
    public async Task Run_ThatHasEnded_IsNotDispatched(RunState state)
    {
        await _fixture.Runs.TryCreateAsync(Some.Run(state: state), Token);

        await _fixture.Dispatch().RunAsync(Token);

        Assert.Empty(_fixture.Fetches);
    }

    [Fact]
    public async Task Runs_AreEachDispatchedOnce_HoweverManyReplicas()
    {
        for (var number = 0; number < 120; number++)
        {
            await _fixture.Runs.TryCreateAsync(Some.Run(minute: -number), Token);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _fixture.Dispatch().RunAsync(Token), Token)));

        Assert.Equal(120, _fixture.Fetches.Count);
        Assert.Distinct(_fixture.Fetches.Select(fetch => fetch.RunId));
    }

    [Fact]
    public async Task RunOfAPausedSource_WaitsUntilThePauseIsOver()
    {
        await _fixture.Sources.SetPausedAsync("daily", Some.Noon, Token);
        await _fixture.Runs.TryCreateAsync(Some.Run(), Token);
        await _fixture.Dispatch().RunAsync(Token);
        Assert.Empty(_fixture.Fetches);
        Assert.Equal(RunState.Waiting, _fixture.Runs.Runs[0].State);

        await _fixture.Sources.SetPausedAsync("daily", since: null, Token);
        await _fixture.Waiting.ReleaseAsync("daily", Token);
        await _fixture.Dispatch().RunAsync(Token);

        Assert.Single(_fixture.Fetches);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 0)]
    public async Task Runs_WaitWhileTooManyPapersWaitForEnrichment(long pending, int fetches)
    {
        _fixture.Papers.Pending = pending;
        await _fixture.Runs.TryCreateAsync(Some.Run(), Token);

        await _fixture.Dispatch().RunAsync(Token);
        Assert.Equal(fetches, _fixture.Fetches.Count);

        _fixture.Papers.Pending = 0;
        await _fixture.Dispatch().RunAsync(Token);
        Assert.Single(_fixture.Fetches);
    }

    [Fact]
    public async Task RunOfARemovedSource_FailsWithThatReason()
    {
        await _fixture.Runs.TryCreateAsync(Some.Run("gone"), Token);

        await _fixture.Dispatch().RunAsync(Token);

        var run = Assert.Single(_fixture.Runs.Runs);
        Assert.Equal((RunState.Failed, "the source was removed"), (run.State, run.Reason));
        Assert.Empty(_fixture.Fetches);
    }

    [Fact]
    public async Task ManualRun_IsDispatchedAtOnce_AndAgainOnlyAfterTheDelay()
    {
        var run = await _fixture.Requests.StartAsync(Some.Source() with { OverlapDays = 3 }, window: null, Token);
        await _fixture.Dispatch().RunAsync(Token);

        var fetch = Assert.Single(_fixture.Fetches);
        Assert.Equal((run.Id, Some.Day("2026-01-12"), Some.Day("2026-01-15")), (fetch.RunId, fetch.From, fetch.To));

        _fixture.Time.Advance(TimeSpan.FromMinutes(5));
        await _fixture.Dispatch().RunAsync(Token);
        Assert.Equal(2, _fixture.Fetches.Count);
    }

    [Fact]
    public async Task ManualRun_ForGivenDays_AsksForThese()
    {
        await _fixture.Requests.StartAsync(Some.Source(), new DayWindow(Some.Day("2025-12-30"), Some.Day("2026-01-02")), Token);

        var fetch = Assert.Single(_fixture.Fetches);
        Assert.Equal((Some.Day("2025-12-30"), Some.Day("2026-01-02")), (fetch.From, fetch.To));
    }

    [Fact]
    public async Task ManualRun_AskedForTwice_IsOneRun_UntilItHasEnded()
    {
        var first = await _fixture.Requests.StartAsync(Some.Source(), window: null, Token);
        Assert.Equal(first.Id, (await _fixture.Requests.StartAsync(Some.Source(), window: null, Token)).Id);
        Assert.Single(_fixture.Fetches);

        var otherDays = new DayWindow(Some.Day("2026-01-01"), Some.Day("2026-01-02"));
        Assert.NotEqual(first.Id, (await _fixture.Requests.StartAsync(Some.Source(), otherDays, Token)).Id);
        await _fixture.EndAsync(first);

        Assert.NotEqual(first.Id, (await _fixture.Requests.StartAsync(Some.Source(), window: null, Token)).Id);
        Assert.Equal(3, _fixture.Fetches.Count);
    }

    [Fact]
    public async Task Resume_MakesRunsDueThatWereLostWithTheProcess_AndLeavesAPauseThatASourceAskedFor()
    {
        var later = Some.Noon.AddHours(1);
        await _fixture.Runs.TryCreateAsync(Some.Run(state: RunState.Running, minute: 1) with { DueAt = later, Cursor = "page 3" }, Token);
        await _fixture.Runs.TryCreateAsync(Some.Run(minute: 2) with { DueAt = later }, Token);
        await _fixture.Runs.TryCreateAsync(Some.Run(minute: 3) with { DueAt = later, Reason = "throttled" }, Token);

        await _fixture.Waiting.ResumeAsync(sourceId: null, Token);

        Assert.Equal([Some.Noon, Some.Noon, later], _fixture.Runs.Runs.Select(run => run.DueAt));
        Assert.Equal("page 3", _fixture.Runs.Runs[0].Cursor);
    }

    [Fact]
    public async Task Resume_OfOneSource_LeavesTheOthers()
    {
        var later = Some.Noon.AddHours(1);
        await _fixture.Runs.TryCreateAsync(Some.Run("other") with { DueAt = later }, Token);

        await _fixture.Waiting.ResumeAsync("daily", Token);

        Assert.Equal(later, _fixture.Runs.Runs[0].DueAt);
    }
}
