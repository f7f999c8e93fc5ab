using System.Globalization;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Tests.Digests.Content;

public sealed class DigestScheduleTests
{
    // The second of March 2026 is a Monday.
    [Theory]
    [InlineData("2026-03-02T06:59:59.999Z", "2026-03-02T07:00:00Z")]
    [InlineData("2026-03-02T07:00:00Z", "2026-03-03T07:00:00Z")]
    [InlineData("2026-03-02T23:59:59Z", "2026-03-03T07:00:00Z")]
    [InlineData("2026-02-28T08:00:00Z", "2026-03-01T07:00:00Z")]
    [InlineData("2026-03-02T08:30:00+02:00", "2026-03-02T07:00:00Z")]
    public void Daily_ComesAtItsNextHour(string after, string next)
        => Assert.Equal(At(next), DigestSchedule.Next(Digest(DigestCadence.Daily), At(after)));

    [Theory]
    [InlineData("2026-03-02T06:59:59Z", DayOfWeek.Monday, "2026-03-02T07:00:00Z")]
    [InlineData("2026-03-02T07:00:00Z", DayOfWeek.Monday, "2026-03-09T07:00:00Z")]
    [InlineData("2026-03-03T00:00:00Z", DayOfWeek.Monday, "2026-03-09T07:00:00Z")]
    [InlineData("2026-03-02T12:00:00Z", DayOfWeek.Sunday, "2026-03-08T07:00:00Z")]
    [InlineData("2026-03-02T12:00:00Z", DayOfWeek.Tuesday, "2026-03-03T07:00:00Z")]
    public void Weekly_ComesOnItsDay(string after, DayOfWeek weekday, string next)
        => Assert.Equal(At(next), DigestSchedule.Next(Digest(DigestCadence.Weekly) with { Weekday = weekday }, At(after)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Digest Digest(DigestCadence cadence) => new() { Address = "ann@example.org", Cadence = cadence, Hour = 7, Key = "a2V5" };
}
