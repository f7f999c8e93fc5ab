using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class SlotClaimsTests : IAsyncLifetime
{
    private static readonly SourceDefinition Daily = Some.Source() with { OverlapDays = 2 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SourceFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await SourceFixture.StartAsync(Daily);

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task NewSource_IsNotFetchedBeforeItsFirstSlot()
    {
        await ClaimAtAsync("2026-01-15T12:00:00Z");
        await ClaimAtAsync("2026-01-16T05:59:59Z");
        Assert.Empty(_fixture.Runs.Runs);

        await ClaimAtAsync("2026-01-16T06:00:00Z");

        var run = Assert.Single(_fixture.Runs.Runs);
        Assert.Equal((RunCause.Schedule, RunState.Waiting, Some.At("2026-01-16T06:00:00Z")), (run.Cause, run.State, run.Slot));
        Assert.Equal((Some.Day("2026-01-14"), Some.Day("2026-01-16")), (run.From, run.To));
        Assert.Equal(_fixture.Time.GetUtcNow(), run.DueAt);
    }

    [Fact]
    public async Task Slot_IsClaimedOnce_HoweverManyReplicasSeeIt()
    {
        await ClaimAtAsync("2026-01-15T12:00:00Z");
        _fixture.Time.SetUtcNow(Some.At("2026-01-16T06:00:00Z"));
        var replicas = Enumerable.Range(0, 8).Select(_ => _fixture.Claims()).ToList();

        await Task.WhenAll(replicas.Select(replica => Task.Run(() => replica.RunAsync(Token), Token)));

        Assert.Single(_fixture.Runs.Runs);
    }

    [Fact]
    public async Task Slots_OfManyDays_AreEachClaimedOnceByOneOfManyReplicas()
    {
        await ClaimAtAsync("2026-01-15T12:00:00Z");
        var replicas = Enumerable.Range(0, 4).Select(_ => _fixture.Claims()).ToList();
        for (var day = 16; day <= 20; day++)
        {
            _fixture.Time.SetUtcNow(Some.At($"2026-01-{day}T06:00:00Z"));
            await Task.WhenAll(replicas.Select(replica => Task.Run(() => replica.RunAsync(Token), Token)));
            await EndAllAsync();
        }

        Assert.Equal(Enumerable.Range(16, 5), _fixture.Runs.Runs.Select(run => run.Slot!.Value.Day));
    }

    [Fact]
    public async Task Downtime_IsCaughtUpByOneRun_ForAllMissedDays()
    {
        await ClaimAtAsync("2026-01-15T12:00:00Z");
        await ClaimAtAsync("2026-01-16T06:00:00Z");
        await EndAllAsync();
        await _fixture.AnswerAsync(Daily, "2026-01-14", days: 2);

        await ClaimAtAsync("2026-01-31T09:00:00Z");
        await ClaimAtAsync("2026-01-31T09:01:00Z");

        var run = Assert.Single(_fixture.Runs.Runs.Skip(1));
        Assert.Equal((Some.At("2026-01-31T06:00:00Z"), Some.Day("2026-01-16"), Some.Day("2026-01-31")), (run.Slot, run.From, run.To));
    }

    [Fact]
    public async Task Downtime_LongerThanIsCaughtUp_IsSaidWithTheFirstDayThatIs()
    {
        _fixture.Options.CatchUpDays = 10;
        var logger = new RecordingLogger<SlotClaims>();
        await ClaimAtAsync("2026-01-15T12:00:00Z");

        _fixture.Time.SetUtcNow(Some.At("2026-02-01T06:00:00Z"));
        await _fixture.Claims(logger).RunAsync(Token);

        Assert.Equal(Some.Day("2026-01-22"), Assert.Single(_fixture.Runs.Runs).From);
        Assert.Contains(logger.Lines, line => line.StartsWith("Warning: daily:", StringComparison.Ordinal) && line.Contains("backfill", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slot_WaitsUntilTheRunBeforeHasEnded()
    {
        await ClaimAtAsync("2026-01-15T12:00:00Z");
        await ClaimAtAsync("2026-01-16T06:00:00Z");

        await ClaimAtAsync("2026-01-17T06:00:00Z");
        Assert.Single(_fixture.Runs.Runs);

        await EndAllAsync();
        await ClaimAtAsync("2026-01-17T06:00:05Z");

        Assert.Equal(Some.At("2026-01-17T06:00:00Z"), _fixture.Runs.Runs[^1].Slot);
        Assert.Equal(2, _fixture.Runs.Runs.Count);
    }

    [Fact]
    public async Task PausedSource_IsNotClaimed_AndCatchesUpWithOneRunAfterwards()
    {
        await ClaimAtAsync("2026-01-15T12:00:00Z");
        await _fixture.Sources.SetPausedAsync(Daily.Id, Some.Noon, Token);
        await ClaimAtAsync("2026-01-18T06:00:00Z");
        Assert.Empty(_fixture.Runs.Runs);

        await _fixture.Sources.SetPausedAsync(Daily.Id, since: null, Token);
        await ClaimAtAsync("2026-01-18T07:00:00Z");

        Assert.Equal(Some.At("2026-01-18T06:00:00Z"), Assert.Single(_fixture.Runs.Runs).Slot);
    }

    [Fact]
    public async Task SourceThatIsNotAskedByDay_GetsARunWithoutDays()
    {
        await _fixture.Sources.SaveAsync(Daily with { Id = "feed", Kind = SourceKind.Feed, Address = "https://example.org/feed" }, Token);
        await ClaimAtAsync("2026-01-15T12:00:00Z");

        await ClaimAtAsync("2026-01-16T06:00:00Z");

        var run = Assert.Single(_fixture.Runs.Runs, run => run.SourceId == "feed");
        Assert.Equal((null, null), (run.From, run.To));
    }

    [Fact]
    public async Task SkippedDayOfTheWeek_RunsAllTheSame_AndIsNotMissedLater()
    {
        // 17 and 18 January 2026 are Saturday and Sunday.
        var source = Daily with { SkipDays = [DayOfWeek.Saturday, DayOfWeek.Sunday], OverlapDays = 0 };
        await _fixture.Sources.SaveAsync(source, Token);
        await ClaimAtAsync("2026-01-16T12:00:00Z");
        await ClaimAtAsync("2026-01-17T06:00:00Z");
        await EndAllAsync();
        await _fixture.AnswerAsync(source, "2026-01-16", days: 1);

        await ClaimAtAsync("2026-01-19T06:00:00Z");

        Assert.Equal([Some.At("2026-01-17T06:00:00Z"), Some.At("2026-01-19T06:00:00Z")], _fixture.Runs.Runs.Select(run => run.Slot!.Value));
        Assert.Equal(Some.Day("2026-01-19"), _fixture.Runs.Runs[^1].From);
    }

    [Fact]
    public async Task WrongScheduleInTheStore_IsSaidOnce_AndHoldsUpNoOtherSource()
    {
        await _fixture.Sources.SaveAsync(Daily with { Id = "broken", Schedule = "at six" }, Token);
        var logger = new RecordingLogger<SlotClaims>();
        var claims = _fixture.Claims(logger);

        foreach (var moment in new[] { "2026-01-15T12:00:00Z", "2026-01-16T06:00:00Z", "2026-01-16T06:00:05Z" })
        {
            _fixture.Time.SetUtcNow(Some.At(moment));
            await claims.RunAsync(Token);
        }

        Assert.Equal("daily", Assert.Single(_fixture.Runs.Runs).SourceId);
        Assert.Single(logger.Lines, line => line.StartsWith("Warning: broken:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SourceWithoutASchedule_IsNeverClaimed()
    {
        await _fixture.Sources.SaveAsync(Daily with { Schedule = null }, Token);
        await ClaimAtAsync("2026-01-15T12:00:00Z");
        await ClaimAtAsync("2027-01-15T12:00:00Z");

        Assert.Empty(_fixture.Runs.Runs);
    }

    private Task ClaimAtAsync(string now)
    {
        _fixture.Time.SetUtcNow(Some.At(now));
        return _fixture.Claims().RunAsync(Token);
    }

    private async Task EndAllAsync()
    {
        foreach (var run in _fixture.Runs.Runs)
        {
            await _fixture.EndAsync(run);
        }
    }
}
