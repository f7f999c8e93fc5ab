using Pipeline.Parser.Parsing.Feeds;

namespace Pipeline.Parser.Tests.Parsing.Feeds;

public sealed class FeedTimeTests
{
    [Theory]
    [InlineData("Sat, 01 Aug 2026 00:00:00 -0400", "2026-08-01T04:00:00Z")]
    [InlineData("1 Aug 2026 10:20 +02:00", "2026-08-01T08:20:00Z")]
    [InlineData("Wednesday, 1 August 26 10:20:30 EST", "2026-08-01T15:20:30Z")]
    [InlineData("01 Aug 99 00:00:00 GMT", "1999-08-01T00:00:00Z")]
    [InlineData("01 Aug 2026", "2026-08-01T00:00:00Z")]
    [InlineData("2025-08-20T04:00:19.866337+00:00", "2025-08-20T04:00:19.866Z")]
    [InlineData("2023-12-16", "2023-12-16T00:00:00Z")]
    public void Time_OfAFeed_IsReadInUtc(string text, string expected)
        => Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), FeedTime.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023")]
    [InlineData("2023-12")]
    [InlineData("31 Feb 2026 00:00:00 GMT")]
    [InlineData("01 Foo 2026 00:00:00 GMT")]
    [InlineData("01 Aug 2026 25:99:00 GMT")]
    [InlineData("yesterday")]
    public void Time_ThatIsNoCompleteDate_IsNone(string? text) => Assert.Null(FeedTime.Read(text));

    [Theory]
    [InlineData("2024", "Feb", "29", true)]
    [InlineData("2023", "2", "29", false)]
    [InlineData("2023", "0", "1", false)]
    [InlineData("2023", "13", "1", false)]
    [InlineData("2023", "12", null, false)]
    [InlineData("0", "12", "1", false)]
    public void Day_OfNumbersOrNames_IsOneOfTheCalendar(string year, string month, string? day, bool isOne)
        => Assert.Equal(isOne, FeedTime.Day(year, month, day) is not null);
}
