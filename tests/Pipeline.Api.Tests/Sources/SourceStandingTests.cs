using Pipeline.Api.Sources;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Tests.Sources;

public sealed class SourceStandingTests
{
    [Fact]
    public void PausedSource_IsPaused_WhateverItsRuns()
        => Assert.Equal(
            new SourceStanding(SourceState.Paused, "since 2026-01-15 12:00 UTC"),
            SourceStanding.Of(new DateTimeOffset(2026, 1, 15, 13, 0, 0, TimeSpan.FromHours(1)), [Run(RunState.Failed, "x")]));

    [Theory]
    [InlineData(RunState.Done, null, "Ok", null)]
    [InlineData(RunState.Failed, "404", "Failing", "404")]
    [InlineData(RunState.Running, null, "Running", null)]
    [InlineData(RunState.Running, "503", "Waiting", "503")]
    [InlineData(RunState.Waiting, null, "Waiting", null)]
    [InlineData(RunState.Waiting, "throttled", "Waiting", "throttled")]
    public void Source_StandsAsItsNewestRun(RunState state, string? reason, string expected, string? why)
        => Assert.Equal(new SourceStanding(Enum.Parse<SourceState>(expected), why), SourceStanding.Of(null, [Run(state, reason), Run(RunState.Failed, "old")]));

    [Fact]
    public void Source_WithoutRuns_IsNew() => Assert.Equal(new SourceStanding(SourceState.New, null), SourceStanding.Of(null, []));

    [Fact]
    public void RunUnderWay_BehindANewerOneThatEnded_StillCounts()
        => Assert.Equal(SourceState.Waiting, SourceStanding.Of(null, [Run(RunState.Done), Run(RunState.Waiting, "throttled")]).State);

    private static FetchRun Run(RunState state, string? reason = null) => new()
    {
        Id = Guid.Empty,
        SourceId = "daily",
        Cause = RunCause.Schedule,
        State = state,
        Reason = reason,
        CreatedAt = DateTimeOffset.UnixEpoch,
        DueAt = DateTimeOffset.UnixEpoch,
    };
}
