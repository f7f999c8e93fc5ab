using System.Globalization;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.BuildingBlocks.Tests.Sources;

public sealed class SourceCalendarTests
{
    [Theory]
    [InlineData("UTC", "2026-01-15T23:59:59Z", "2026-01-15")]
    [InlineData("Europe/Berlin", "2026-01-15T22:59:59Z", "2026-01-15")]
    [InlineData("Europe/Berlin", "2026-01-15T23:00:00Z", "2026-01-16")]
    [InlineData("America/New_York", "2026-03-01T04:59:59Z", "2026-02-28")]
    [InlineData("Pacific/Kiritimati", "2025-12-31T10:00:00Z", "2026-01-01")]
    public void DayOf_AMoment_IsTheDayThere(string zone, string at, string day)
        => Assert.Equal(Day(day), In(zone).DayOf(At(at)));

    [Theory]
    [InlineData("UTC", "2026-01-31", "2026-02-01T00:00:00Z")]
    [InlineData("Europe/Berlin", "2026-01-15", "2026-01-15T23:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-25T23:00:00Z")]
    [InlineData("America/New_York", "2026-12-31", "2027-01-01T05:00:00Z")]
    [InlineData("Africa/Cairo", "2026-04-23", "2026-04-23T22:00:00Z")]
    [InlineData("America/Havana", "2026-10-31", "2026-11-01T04:00:00Z")]
    public void EndOf_ADay_IsItsLastMidnight_AlsoWhereTheClocksChangeThen(string zone, string day, string end)
        => Assert.Equal(At(end), In(zone).EndOf(Day(day)));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    [InlineData("Australia/Lord_Howe")]
    public void EveryDayOfAYear_BeginsWhereTheOneBeforeEnds(string zone)
    {
        foreach (var day in SourceCalendar.Between(Day("2026-01-01"), Day("2026-12-31")))
        {
            var end = In(zone).EndOf(day);
            Assert.Equal(day, In(zone).DayOf(end.AddTicks(-1)));
            Assert.Equal(day.AddDays(1), In(zone).DayOf(end));
        }
    }

    [Theory]
    [InlineData("2026-02-27", "2026-03-01", 3)]
    [InlineData("2026-02-27", "2026-02-27", 1)]
    [InlineData("2026-02-27", "2026-02-26", 0)]
    [InlineData("9999-12-30", "9999-12-31", 2)]
    public void Between_HoldsBothEnds(string first, string last, int days)
        => Assert.Equal(days, SourceCalendar.Between(Day(first), Day(last)).Count());

    [Theory]
    [InlineData("2026-01-16", false)]
    [InlineData("2026-01-17", true)]
    [InlineData("2026-01-18", true)]
    [InlineData("2026-01-19", false)]
    public void Skips_GoesByTheDayOfTheWeek(string day, bool skipped)
        => Assert.Equal(skipped, (In("UTC") with { SkipDays = [DayOfWeek.Saturday, DayOfWeek.Sunday] }).Skips(Day(day)));

    [Theory]
    [InlineData("Saturday", DayOfWeek.Saturday)]
    [InlineData("SUN", DayOfWeek.Sunday)]
    [InlineData("Sa", null)]
    [InlineData("6", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void DayOfWeek_IsReadByItsName(string? name, DayOfWeek? day) => Assert.Equal(day, SourceCalendar.ReadDayOfWeek(name));

    private static SourceDefinition In(string zone) => new() { Id = "daily", Kind = SourceKind.HfDaily, TimeZone = zone };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
