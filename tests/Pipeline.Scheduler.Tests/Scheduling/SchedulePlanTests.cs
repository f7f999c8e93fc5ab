using Pipeline.Scheduler.Scheduling;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests.Scheduling;

public sealed class SchedulePlanTests
{
    private static readonly SourceSchedule AtSix = SourceSchedule.Read(Some.Source())!;

    [Theory]
    [InlineData("2026-01-10T12:00:00Z", null, "2026-01-11T05:59:59Z", null)]
    [InlineData("2026-01-10T12:00:00Z", null, "2026-01-11T06:00:00Z", "2026-01-11T06:00:00Z")]
    [InlineData("2026-01-10T12:00:00Z", null, "2026-01-10T18:00:00Z", null)]
    [InlineData("2026-01-10T06:00:00Z", null, "2026-01-10T06:00:00Z", "2026-01-10T06:00:00Z")]
    [InlineData("2026-01-10T06:00:01Z", null, "2026-01-10T07:00:00Z", null)]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-11T06:00:00Z", "2026-01-11T06:00:00Z", null)]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-11T06:00:00Z", "2026-01-12T05:59:59Z", null)]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-11T06:00:00Z", "2026-01-12T06:00:00Z", "2026-01-12T06:00:00Z")]
    public void Due_IsTheNewestSlotThatNobodyClaimed(string since, string? last, string now, string? expected)
        => Assert.Equal(Moment(expected), SchedulePlan.Due(AtSix, Some.At(since), Moment(last), Some.At(now)));

    [Fact]
    public void Due_AfterADowntime_IsOneSlotForAllThatWereMissed()
    {
        var due = SchedulePlan.Due(AtSix, Some.At("2026-01-01T00:00:00Z"), Some.At("2026-01-05T06:00:00Z"), Some.At("2026-01-20T09:00:00Z"));

        Assert.Equal(Some.At("2026-01-20T06:00:00Z"), due);
        Assert.Null(SchedulePlan.Due(AtSix, Some.At("2026-01-01T00:00:00Z"), due, Some.At("2026-01-20T09:00:00Z")));
    }

    [Fact]
    public void Due_ByAClockBehindTheOneThatClaimed_IsNothing()
        => Assert.Null(SchedulePlan.Due(AtSix, Some.At("2026-01-01T00:00:00Z"), Some.At("2026-01-12T06:00:00Z"), Some.At("2026-01-12T05:59:00Z")));

    [Theory]
    [InlineData(0, "2026-03-01", "2026-03-01", "2026-03-01")]
    [InlineData(7, "2026-03-01", "2026-02-22", "2026-03-01")]
    [InlineData(1, "2028-03-01", "2028-02-29", "2028-03-01")]
    [InlineData(366, "2026-01-01", "2024-12-31", "2026-01-01")]
    public void Usual_ReachesBackByTheOverlap(int overlap, string newest, string from, string to)
        => Assert.Equal(Window(from, to), SchedulePlan.Usual(Some.Source() with { OverlapDays = overlap }, Some.Day(newest)));

    [Theory]
    [InlineData("UTC", "2026-01-31T23:30:00Z", "2026-01-31")]
    [InlineData("Europe/Berlin", "2026-01-31T23:30:00Z", "2026-02-01")]
    [InlineData("America/New_York", "2026-02-01T04:59:59Z", "2026-01-31")]
    [InlineData("America/New_York", "2026-02-01T05:00:00Z", "2026-02-01")]
    public void Widest_EndsWithTheDayOfTheSlot_InTheSourcesTimeZone(string zone, string slot, string newest)
        => Assert.Equal(
            Some.Day(newest),
            SchedulePlan.Widest(Some.Source() with { TimeZone = zone }, Some.At(slot), Some.At("2020-01-01"), 60).To);

    [Theory]
    [InlineData(0, 60, "2020-01-01", "2026-01-01")]
    [InlineData(0, 0, "2020-01-01", "2026-03-02")]
    [InlineData(7, 60, "2026-02-20", "2026-02-20")]
    [InlineData(7, 60, "2026-03-01", "2026-02-23")]
    [InlineData(90, 60, "2020-01-01", "2025-12-02")]
    public void Widest_ReachesBackByTheLimit_OrToWhenTheScheduleBegan(int overlap, int limit, string since, string from)
        => Assert.Equal(
            Window(from, "2026-03-02"),
            SchedulePlan.Widest(Some.Source() with { OverlapDays = overlap }, Some.At("2026-03-02T06:00:00Z"), Some.At(since), limit));

    [Theory]
    [InlineData("cccccccccc", "2026-03-08")]
    [InlineData("cccnnnnnnn", "2026-03-04")]
    [InlineData("ncccccccnn", "2026-03-01")]
    [InlineData("ccciccccnn", "2026-03-04")]
    [InlineData("ccsowuccnn", "2026-03-08")]
    [InlineData("cccccccccn", "2026-03-08")]
    public void Window_ReachesBackToTheFirstDayWithoutACompleteAnswer(string days, string from)
    {
        var source = Some.Source() with { OverlapDays = 2 };

        Assert.Equal(
            Window(from, "2026-03-10"),
            SchedulePlan.Window(source, Window("2026-03-01", "2026-03-10"), Some.Days("2026-03-01", days)));
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", false)]
    [InlineData("2025-12-31T23:59:59Z", true)]
    public void ReachesTooFar_WhenItWasLastAskedBeforeTheWidestWindow(string before, bool expected)
        => Assert.Equal(expected, SchedulePlan.ReachesTooFar(Some.Source(), Some.At(before), Window("2026-01-01", "2026-03-02")));

    private static DayWindow Window(string from, string to) => new(Some.Day(from), Some.Day(to));

    private static DateTimeOffset? Moment(string? text) => text is null ? null : Some.At(text);
}
