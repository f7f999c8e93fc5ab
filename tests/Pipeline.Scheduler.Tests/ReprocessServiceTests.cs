using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class ReprocessServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoSchedulers_WorkARunOffTogether_AndSendEachPaperOnce()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 3);
        var run = await fixture.BeginAsync();
        using var lifetime = new FakeLifetime();
        using var one = Create(fixture, lifetime);
        using var two = Create(fixture, lifetime);
        await one.StartAsync(Token);
        await two.StartAsync(Token);
        lifetime.Started();

        await UntilAsync(fixture, () => fixture.Sent.Count > 0);
        for (var number = 1; number <= 3; number++)
        {
            fixture.Enrich(number);
        }

        await UntilAsync(fixture, () => fixture.Store.Get(run.Id).State == ReprocessState.Done);
        await one.StopAsync(Token);
        await two.StopAsync(Token);

        Assert.Equal(3, fixture.Sent.Count);
        Assert.Equal(3, fixture.Store.Get(run.Id).Counts.Unchanged);
    }

    [Fact]
    public async Task SchedulerThatStops_GivesItsRunsBack()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);
        var run = await fixture.BeginAsync();
        using var lifetime = new FakeLifetime();
        using var service = Create(fixture, lifetime);
        await service.StartAsync(Token);
        lifetime.Started();
        await UntilAsync(fixture, () => fixture.Sent.Count > 0);
        Assert.Null(await fixture.Store.TakeAsync(run.Id, Guid.Empty, TimeSpan.FromMinutes(1), Token));

        await service.StopAsync(Token);

        Assert.NotNull(await fixture.Store.TakeAsync(run.Id, Guid.Empty, TimeSpan.FromMinutes(1), Token));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task SchedulerWhoseQueuesDiedWithTheLastProcess_SendsAtOnceWhatWasOnItsWay(bool resumeAtStart, int expected)
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);
        var run = await fixture.BeginAsync();
        fixture.Options.RedispatchAfter = TimeSpan.FromHours(12);
        await fixture.StepAsync(run);
        fixture.Options.ResumeAtStart = resumeAtStart;
        using var lifetime = new FakeLifetime();
        using var service = Create(fixture, lifetime);

        await service.StartAsync(Token);
        lifetime.Started();
        await UntilAsync(fixture, () => fixture.Sent.Count == expected && fixture.Store.IsHeld(run.Id));
        await service.StopAsync(Token);

        Assert.Equal(expected, fixture.Sent.Count);
    }

    [Fact]
    public async Task RunThatOnlyCompares_IsLeftToItsCommand()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);
        await fixture.Runs.StartAsync(new() { Stage = EnrichmentStage.Claims }, Some.Version("2"), shadow: true, Token);
        var run = await fixture.BeginAsync();
        using var lifetime = new FakeLifetime();
        using var service = Create(fixture, lifetime);

        await service.StartAsync(Token);
        lifetime.Started();
        await UntilAsync(fixture, () => fixture.Store.IsHeld(run.Id) && fixture.Sent.Count > 0);
        await service.StopAsync(Token);

        Assert.Single(fixture.Sent);
    }

    [Fact]
    public async Task SchedulesThatArePaused_SendNothing_UntilTheyGoOn()
    {
        await using var fixture = await ReprocessFixture.StartAsync(papers: 1);
        await fixture.BeginAsync();
        using var lifetime = new FakeLifetime();
        var paused = new PausedStages();
        paused.Set([new() { Stage = PipelineStage.Schedule, Since = Some.Noon, By = "ann" }]);
        using var service = Create(fixture, lifetime, paused);
        await service.StartAsync(Token);
        lifetime.Started();

        // A minute of the fake clock has room for a dozen rounds.
        await UntilAsync(fixture, () => fixture.Time.GetUtcNow() > Some.Noon.AddMinutes(1));
        Assert.Empty(fixture.Sent);

        paused.Set([]);
        await UntilAsync(fixture, () => fixture.Sent.Count == 1);
        await service.StopAsync(Token);
    }

    // The fake clock runs ahead of the real one: nothing is to come due only because a test waited.
    private static ReprocessService Create(ReprocessFixture fixture, FakeLifetime lifetime, PausedStages? paused = null)
    {
        fixture.Options.RedispatchAfter = TimeSpan.FromHours(12);
        return new(fixture.Store, fixture.Steps, paused ?? new(), lifetime, Options.Create(fixture.Options), fixture.Time, new RecordingLogger<ReprocessService>());
    }

    private static async Task UntilAsync(ReprocessFixture fixture, Func<bool> question)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!question())
        {
            Assert.True(waited.Elapsed < Patience, "It did not come true.");
            fixture.Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }
    }
}
