using Pipeline.BuildingBlocks.Sources;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Tests.Output;

public sealed class CoverageCalendarTests
{
    [Fact]
    public void Row_ShowsEveryDayAtItsPlace()
        => Assert.Equal(
            "  #!~-" + new string(' ', 25),
            CoverageCalendar.Row([Day(3, DayState.Covered), Day(4, DayState.Uncovered), Day(5, DayState.Waiting), Day(6, DayState.Skipped)]));

    [Fact]
    public void Row_HoldsTheLastDayOfALongMonth() => Assert.Equal(new string(' ', 30) + "#", CoverageCalendar.Row([Day(31, DayState.Covered)]));

    [Fact]
    public void Spans_JoinDaysInARowThatStandAlikeForTheSameReason()
    {
        var spans = CoverageCalendar.Spans(
        [
            Day(1, DayState.Uncovered, "a"), Day(2, DayState.Uncovered, "a"), Day(3, DayState.Uncovered, "b"), Day(4, DayState.Waiting, "b"),
            Day(5, DayState.Covered), Day(6, DayState.Skipped), Day(7, DayState.Uncovered, "a"), Day(9, DayState.Uncovered, "a"),
        ]);

        Assert.Equal(["1-2 Uncovered a", "3-3 Uncovered b", "4-4 Waiting b", "7-7 Uncovered a", "9-9 Uncovered a"], spans.Select(Text));
    }

    [Fact]
    public void Spans_OfCoveredDays_AreNone() => Assert.Empty(CoverageCalendar.Spans([Day(1, DayState.Covered), Day(2, DayState.Skipped)]));

    private static string Text((DateOnly First, DateOnly Last, DayState State, string Reason) span)
        => $"{span.First.Day}-{span.Last.Day} {span.State} {span.Reason}";

    private static DayCoverage Day(int day, DayState state, string? reason = null) => new() { Day = new DateOnly(2026, 1, day), State = state, Reason = reason };
}
