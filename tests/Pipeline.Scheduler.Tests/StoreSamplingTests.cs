using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

public sealed class StoreSamplingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_SaysWhatWaitsAndForHowLong()
    {
        await using var fixture = await SourceFixture.StartAsync();

        var sample = await SampleAsync(fixture, new(StageNames.Claims, 3, Some.Noon.AddMinutes(-2)), new(StageNames.Topics, 0, null));

        Assert.Equal([3, 0], sample.Waiting.Select(measurement => measurement.Value));
        Assert.Equal([120, 0], sample.OldestWaiting.Select(measurement => measurement.Value));
        Assert.Equal(
            [(InstrumentNames.Stage, StageNames.Claims), (InstrumentNames.Stage, StageNames.Topics)],
            sample.OldestWaiting.Select(measurement => (measurement.Tags[0].Key, (string?)measurement.Tags[0].Value)));
    }

    [Fact]
    public async Task Sample_SaysWhenAScheduledSourceLastSucceeded_WhateverFailedSince()
    {
        await using var fixture = await SourceFixture.StartAsync(Some.Source());
        await fixture.Runs.TryCreateAsync(Some.Run(state: RunState.Done, minute: -60) with { EndedAt = Some.Noon.AddMinutes(-50) }, Token);
        await fixture.Runs.TryCreateAsync(Some.Run(state: RunState.Failed, minute: -30) with { EndedAt = Some.Noon.AddMinutes(-20) }, Token);

        var age = Assert.Single((await SampleAsync(fixture)).LastSuccess);

        Assert.Equal((3000.0, "daily"), (age.Value, (string?)age.Tags[0].Value));
    }

    [Fact]
    public async Task Sample_OfASourceThatNeverSucceeded_CountsFromItsFirstRun()
    {
        await using var fixture = await SourceFixture.StartAsync(Some.Source());
        await fixture.Runs.TryCreateAsync(Some.Run(state: RunState.Failed, minute: -30), Token);

        Assert.Equal(1800.0, Assert.Single((await SampleAsync(fixture)).LastSuccess).Value);
    }

    [Fact]
    public async Task Sample_LeavesOutSourcesThatAreAskedByNobody()
    {
        await using var fixture = await SourceFixture.StartAsync(Some.Source(), Some.Source("manual") with { Schedule = null }, Some.Source("new"));
        foreach (var source in new[] { "daily", "manual" })
        {
            await fixture.Runs.TryCreateAsync(Some.Run(source, RunState.Done, -9) with { EndedAt = Some.Noon }, Token);
        }

        await fixture.Sources.SetPausedAsync("daily", Some.Noon, Token);

        Assert.Empty((await SampleAsync(fixture)).LastSuccess);
    }

    private static Task<StoreSample> SampleAsync(SourceFixture fixture, params StageBacklog[] waiting)
    {
        var sampling = new StoreSampling(
            new FixedBacklog(waiting), fixture.Catalogue, fixture.Sources, fixture.Runs, Options.Create(new TelemetryOptions()), fixture.Time,
            NullLogger<StoreSampling>.Instance);
        return sampling.SampleAsync(Token);
    }

    private sealed class FixedBacklog(IReadOnlyList<StageBacklog> waiting) : IBacklog
    {
        public Task<IReadOnlyList<StageBacklog>> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult(waiting);
    }
}
