using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class QueryWindowTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-01-31", "[202601302300 TO 202601312259]")]
    [InlineData("2026-03-29", "[202603282300 TO 202603292159]")]
    [InlineData("2026-10-25", "[202610242200 TO 202610252259]")]
    public void Of_ADay_CoversItAlsoWhereClocksChange(string day, string window)
        => Assert.Equal(window, QueryWindow.Of(Some.Day(day), Some.Day(day), Berlin).ToString());

    [Fact]
    public void Of_ADayThatBeginsWithoutMidnight_BeginsWhenItsClocksHaveMoved()
        => Assert.StartsWith("[202603080500 TO", QueryWindow.Of(Some.Day("2026-03-08"), Some.Day("2026-03-08"), TimeZoneInfo.FindSystemTimeZoneById("America/Havana")).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-01-10", "2026-01-13", "[202601100000 TO 202601112359]", "[202601120000 TO 202601132359]")]
    [InlineData("2026-01-10", "2026-01-11", "[202601100000 TO 202601102359]", "[202601110000 TO 202601112359]")]
    [InlineData("2026-01-10", "2026-01-10", "[202601100000 TO 202601101159]", "[202601101200 TO 202601102359]")]
    public void Split_LeavesNothingOutAndNothingTwice(string first, string last, string early, string late)
    {
        var halves = QueryWindow.Of(Some.Day(first), Some.Day(last), TimeZoneInfo.Utc).Split(TimeZoneInfo.Utc);

        Assert.Equal((early, late), (halves.Early.ToString(), halves.Late.ToString()));
    }

    [Fact]
    public void Split_GoesDownToTheMinute()
    {
        var window = QueryWindow.Of(Some.Day("2026-01-10"), Some.Day("2026-01-10"), TimeZoneInfo.Utc);
        var steps = 0;
        while (window.CanSplit)
        {
            var (early, late) = window.Split(TimeZoneInfo.Utc);
            Assert.Equal(early.Last.AddMinutes(1), late.First);
            Assert.True(early.First <= early.Last && late.First <= late.Last);
            window = steps++ % 2 == 0 ? early : late;
        }

        Assert.Equal(window.First, window.Last);
    }
}
