using Pipeline.Scheduler.Scheduling;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests.Scheduling;

public sealed class SourceScheduleTests
{
    [Theory]
    [InlineData("0 6 * * *")]
    [InlineData("*/15 8-18 * * 1-5")]
    [InlineData("0 0 29 2 *")]
    [InlineData("30 6 L * *")]
    [InlineData(null)]
    [InlineData("")]
    public void Check_OfAScheduleThatFires_FindsNothing(string? cron)
        => Assert.Null(SourceSchedule.Check(Some.Source() with { Schedule = cron }));

    [Theory]
    [InlineData("at six", "not a cron expression")]
    [InlineData("0 6 * *", "not a cron expression")]
    [InlineData("0 0 6 * * *", "not a cron expression")]
    [InlineData("60 6 * * *", "not a cron expression")]
    [InlineData("0 24 * * *", "not a cron expression")]
    [InlineData("H 6 * * *", "not a cron expression")]
    [InlineData("0 0 30 2 *", "never fires")]
    [InlineData("0 0 31 4,6,9,11 *", "never fires")]
    public void Check_OfAWrongSchedule_NamesTheKeyAndTheFault(string cron, string fault)
    {
        var found = SourceSchedule.Check(Some.Source() with { Schedule = cron });

        Assert.StartsWith("Schedule: ", found, StringComparison.Ordinal);
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfAnUnknownTimeZone_NamesThatKey()
        => Assert.StartsWith("TimeZone: ", SourceSchedule.Check(Some.Source() with { TimeZone = "Mars/Olympus" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("UTC", "2026-01-15T05:59:59Z", "2026-01-15T06:00:00Z")]
    [InlineData("UTC", "2026-01-15T06:00:00Z", "2026-01-16T06:00:00Z")]
    [InlineData("Europe/Berlin", "2026-01-15T00:00:00Z", "2026-01-15T05:00:00Z")]
    [InlineData("Europe/Berlin", "2026-07-15T00:00:00Z", "2026-07-15T04:00:00Z")]
    [InlineData("America/New_York", "2026-01-15T00:00:00Z", "2026-01-15T11:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-01-15T00:00:00Z", "2026-01-15T00:30:00Z")]
    public void Next_IsSixInTheMorningOfTheSourcesTimeZone(string zone, string after, string expected)
        => Assert.Equal(Some.At(expected), Read("0 6 * * *", zone).Next(Some.At(after)));

    [Theory]
    [InlineData("2026-01-15T06:00:00Z", "2026-01-15T06:00:00Z")]
    [InlineData("2026-01-15T05:59:59.999Z", "2026-01-14T06:00:00Z")]
    [InlineData("2026-01-16T05:00:00Z", "2026-01-15T06:00:00Z")]
    public void Newest_IsTheLastSlotAtOrBefore(string now, string expected)
        => Assert.Equal(Some.At(expected), Read("0 6 * * *", "UTC").Newest(Some.At(now)));

    [Fact]
    public void Slot_InTheHourThatTheClocksSkip_FallsOnTheMomentAfterIt()
    {
        // On 29 March 2026 Berlin goes from 02:00 to 03:00 at 01:00 UTC.
        var schedule = Read("30 2 * * *", "Europe/Berlin");

        Assert.Equal(Some.At("2026-03-29T01:00:00Z"), schedule.Next(Some.At("2026-03-28T12:00:00Z")));
        Assert.Equal(Some.At("2026-03-30T00:30:00Z"), schedule.Next(Some.At("2026-03-29T01:00:00Z")));
        Assert.Equal(Some.At("2026-03-29T01:00:00Z"), schedule.Newest(Some.At("2026-03-29T12:00:00Z")));
        Assert.Equal(Some.At("2026-03-29T01:00:00Z"), schedule.Newest(Some.At("2026-03-29T01:00:00Z")));
        Assert.Equal(Some.At("2026-03-28T01:30:00Z"), schedule.Newest(Some.At("2026-03-29T00:59:59.999Z")));
    }

    [Fact]
    public void Slot_InTheHourThatComesTwice_CountsOnce()
    {
        // On 25 October 2026 Berlin goes from 03:00 back to 02:00 at 01:00 UTC.
        var schedule = Read("30 2 * * *", "Europe/Berlin");

        Assert.Equal(Some.At("2026-10-25T00:30:00Z"), schedule.Next(Some.At("2026-10-24T12:00:00Z")));
        Assert.Equal(Some.At("2026-10-26T01:30:00Z"), schedule.Next(Some.At("2026-10-25T00:30:00Z")));
        Assert.Equal(Some.At("2026-10-25T00:30:00Z"), schedule.Newest(Some.At("2026-10-25T12:00:00Z")));
    }

    [Fact]
    public void Slots_EveryHalfHour_KeepTheirDistanceWhenTheClocksGoBack()
    {
        var schedule = Read("*/30 * * * *", "Europe/Berlin");

        Assert.Equal(Some.At("2026-10-25T01:00:00Z"), schedule.Next(Some.At("2026-10-25T00:30:00Z")));
        Assert.Equal(Some.At("2026-10-25T01:30:00Z"), schedule.Next(Some.At("2026-10-25T01:00:00Z")));
    }

    [Theory]
    [InlineData("Europe/Berlin", "30 2 * * *")]
    [InlineData("Europe/Berlin", "*/20 1-3 * * *")]
    [InlineData("America/New_York", "15,45 2 * * 0")]
    [InlineData("Africa/Cairo", "0 0 * * *")]
    [InlineData("Australia/Lord_Howe", "10 2 * * *")]
    public void Slots_FoundLookingBack_AreThoseFoundLookingAhead_ThroughAWholeYear(string zone, string cron)
    {
        var schedule = Read(cron, zone);
        var slot = schedule.Next(Some.At("2026-01-01T00:00:00Z"))!.Value;
        while (slot.Year == 2026)
        {
            var next = schedule.Next(slot)!.Value;
            Assert.Equal(slot, schedule.Newest(slot));
            Assert.Equal(slot, schedule.Newest(next.AddTicks(-1)));
            slot = next;
        }
    }

    [Fact]
    public void Read_WithoutASchedule_GivesNone() => Assert.Null(SourceSchedule.Read(Some.Source() with { Schedule = null }));

    private static SourceSchedule Read(string cron, string zone)
        => SourceSchedule.Read(Some.Source() with { Schedule = cron, TimeZone = zone })!;
}
