using System.Globalization;
using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class SourceDaysTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-01-15", "2026-01-14T23:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00:00Z")]
    [InlineData("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z")]
    public void StartOf_IsTheFirstMomentOfTheDay(string zone, string day, string start)
    {
        var found = SourceDays.StartOf(Some.Day(day), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), found);
        Assert.Equal(Some.Day(day), SourceDays.At(found, TimeZoneInfo.FindSystemTimeZoneById(zone)));
        Assert.Equal(Some.Day(day).AddDays(-1), SourceDays.At(found.AddMinutes(-1), TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }
}
