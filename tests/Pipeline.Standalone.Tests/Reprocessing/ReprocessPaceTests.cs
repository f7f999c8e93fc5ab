using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Standalone.Reprocessing;

namespace Pipeline.Standalone.Tests.Reprocessing;

public sealed class ReprocessPaceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, 10, 0, "0 of 50,000 papers")]
    [InlineData(500, 500, 10, 0, "500 of 50,000 papers")]
    [InlineData(2_000, 0, 10, 0, "2,000 of 50,000 papers, 200 a second, about 4 min left")]
    [InlineData(2_000, 1_000, 10, 0, "2,000 of 50,000 papers, 100 a second, about 8 min left")]
    [InlineData(50_000, 0, 100, 0, "50,000 of 50,000 papers, 500 a second")]
    [InlineData(2_000, 0, 10, 3, "2,003 of 50,000 papers, 200 a second, about 4 min left, 3 failed")]
    public void Description_GoesByWhatWasSeenSinceWatchingBegan(int done, int before, int seconds, int failed, string expected)
        => Assert.Equal(expected, ReprocessPace.Describe(Run(done) with { Counts = new() { Total = 50_000, Unchanged = done, Failed = failed } }, before, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(999, null)]
    [InlineData(1_000, 100.0)]
    public void Expected_TakesARunThatWasLongEnough(int done, double? expected)
        => Assert.Equal(expected, ReprocessPace.Expected([Run(done)], EnrichmentStage.Claims, shadow: false));

    [Fact]
    public void Expected_TakesTheNewestRunOfTheSameStageAndKind()
    {
        ReprocessRun[] runs = [Run(9_000) with { State = ReprocessState.Cancelled }, Run(9_000) with { Shadow = true }, Run(2_000), Run(3_000)];

        Assert.Equal(200, ReprocessPace.Expected(runs, EnrichmentStage.Claims, shadow: false));
        Assert.Equal(900, ReprocessPace.Expected(runs, EnrichmentStage.Claims, shadow: true));
        Assert.Null(ReprocessPace.Expected(runs, EnrichmentStage.Topics, shadow: false));
    }

    // Takes ten seconds.
    private static ReprocessRun Run(int done) => new()
    {
        Id = Guid.Empty,
        Selection = new() { Stage = EnrichmentStage.Claims },
        Target = new StageVersion { Name = "claims", Version = "3" },
        State = ReprocessState.Done,
        CreatedAt = Noon,
        StartedAt = Noon,
        ProgressAt = Noon.AddSeconds(done == 0 ? 0 : 10),
        Counts = new() { Total = done, Unchanged = done },
    };
}
