using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Scheduler.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Scheduler.Tests;

public sealed class StoreSamplingTests
{
    private readonly FakeFailureStore _failures = new();

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

    [Fact]
    public async Task Sample_CountsOpenFailuresByQueue_AndKeepsAQueueAtZeroWhoseFailuresAreOver()
    {
        await using var fixture = await SourceFixture.StartAsync();
        foreach (var (id, queue, state) in new[]
        {
            ("1", "extract-claims", FailureState.Dead), ("2", "extract-claims", FailureState.Dead), ("3", "extract-claims", FailureState.Waiting),
            ("4", "extract-claims", FailureState.Sent), ("5", "parse-listing", FailureState.Replayed),
        })
        {
            await _failures.TryCreateAsync(Failure(id, queue, state), Token);
        }

        var open = (await SampleAsync(fixture)).FailuresOpen
            .Select(measurement => (measurement.Tags[0].Value, measurement.Tags[1].Value, measurement.Value));

        Assert.Equal(
            new (object?, object?, long)[] { ("extract-claims", "dead", 2), ("extract-claims", "retry", 2), ("parse-listing", "dead", 0), ("parse-listing", "retry", 0) },
            open.OrderBy(measurement => $"{measurement.Item1} {measurement.Item2}", StringComparer.Ordinal));
    }

    private static FailedMessage Failure(string id, string queue, FailureState state) => new()
    {
        Id = DeterministicId.From("test-failure", id),
        Queue = queue,
        Stage = queue,
        ContentType = "application/json",
        Cause = FailureCause.Transient,
        Group = "TimeoutException: late",
        Reason = "late",
        FirstFailedAt = Some.Noon,
        LastFailedAt = Some.Noon,
        DueAt = Some.Noon,
        State = state,
    };

    private Task<StoreSample> SampleAsync(SourceFixture fixture, params StageBacklog[] waiting)
    {
        var sampling = new StoreSampling(
            new FixedBacklog(waiting), _failures, fixture.Catalogue, fixture.Sources, fixture.Runs, Options.Create(new TelemetryOptions()), fixture.Time,
            NullLogger<StoreSampling>.Instance);
        return sampling.SampleAsync(Token);
    }

    private sealed class FixedBacklog(IReadOnlyList<StageBacklog> waiting) : IBacklog
    {
        public Task<IReadOnlyList<StageBacklog>> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult(waiting);
    }
}
