using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests.Scheduling;

public sealed class BackfillPlanTests
{
    [Theory]
    [InlineData("nnn", 1, "27-27 28-28 01-01")]
    [InlineData("nnn", 7, "27-01")]
    [InlineData("nnnnnnnn", 7, "27-05 06-06")]
    [InlineData("nncnn", 7, "27-28 02-03")]
    [InlineData("cnsnc", 7, "28-28 02-02")]
    [InlineData("wiou", 7, "27-02")]
    [InlineData("cscs", 7, "")]
    [InlineData("", 7, "")]
    public void Parts_AreNeededDaysInARow_UpToTheChunk(string days, int chunk, string expected)
        => Assert.Equal(expected, Text(BackfillPlan.Parts(Some.Days("2026-02-27", days), again: false, chunk)));

    [Fact]
    public void Parts_AskedForAgain_HoldCoveredDaysToo_ButNotSkippedOnes()
        => Assert.Equal("27-28 02-03", Text(BackfillPlan.Parts(Some.Days("2026-02-27", "ccsnc"), again: true, 7)));

    [Theory]
    [InlineData(SourceKind.HfDaily, 1)]
    [InlineData(SourceKind.Http, 1)]
    [InlineData(SourceKind.ArxivQuery, 7)]
    [InlineData(SourceKind.ArxivOai, 7)]
    public void DaysInARun_AreAChunkOnlyWhereOneRequestAsksForManyDays(SourceKind kind, int days)
        => Assert.Equal(days, BackfillPlan.DaysInARun(Some.Source(kind: kind), chunk: 7));

    [Fact]
    public void Estimate_OfADailySourceWithoutHistory_IsAtLeastOneRequestADay_AtItsInterval()
    {
        var estimate = BackfillEstimate.Of(Some.Source() with { RequestInterval = TimeSpan.FromSeconds(2) }, Some.Days("2026-02-01", "ccsnniwn"), again: false, 1, []);

        Assert.Equal(new BackfillEstimate(Days: 8, Covered: 2, Skipped: 1, Asked: 5, Runs: 5, Requests: 5, AtLeast: true, TimeSpan.FromSeconds(10)), estimate);
    }

    [Fact]
    public void Estimate_OfAPagedSourceWithoutHistory_IsAtLeastOneRequestARun()
    {
        var estimate = BackfillEstimate.Of(Some.Source(kind: SourceKind.ArxivQuery), Some.Days("2026-02-01", "nnnnnnnnnn"), again: false, 7, []);

        Assert.Equal((2, 2L, true, TimeSpan.FromSeconds(6)), (estimate.Runs, estimate.Requests, estimate.AtLeast, estimate.Time));
    }

    [Fact]
    public void Estimate_WithHistory_GoesByItsPagesADay()
    {
        var done = Some.Run(state: RunState.Done) with { From = Some.Day("2026-01-01"), To = Some.Day("2026-01-04"), Pages = 10 };
        var failed = done with { State = RunState.Failed, Pages = 1_000 };

        var estimate = BackfillEstimate.Of(Some.Source(kind: SourceKind.ArxivQuery), Some.Days("2026-02-01", "nnnnnnnnn"), again: false, 7, [failed, done]);

        Assert.Equal((23L, false, TimeSpan.FromSeconds(69)), (estimate.Requests, estimate.AtLeast, estimate.Time));
    }

    [Fact]
    public void Estimate_AskedForAgain_LeavesNothingOut()
    {
        var estimate = BackfillEstimate.Of(Some.Source(), Some.Days("2026-02-01", "ccc"), again: true, 1, []);

        Assert.Equal((0, 3, 3), (estimate.Covered, estimate.Asked, estimate.Runs));
    }

    [Fact]
    public void Estimate_OfCoveredDays_IsNothing()
    {
        var estimate = BackfillEstimate.Of(Some.Source(), Some.Days("2026-02-01", "ccs"), again: false, 1, []);

        Assert.Equal((0, 0, 0L, TimeSpan.Zero), (estimate.Asked, estimate.Runs, estimate.Requests, estimate.Time));
    }

    private static string Text(IEnumerable<DayWindow> parts) => string.Join(' ', parts.Select(part => $"{part.From:dd}-{part.To:dd}"));
}
