using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Tests.Output;

public sealed class DayTextTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-01-31", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-1-31", false)]
    [InlineData("31.01.2026", false)]
    [InlineData("", false)]
    public void Day_IsReadInOneFormAlone(string text, bool isDay) => Assert.Equal(isDay, DayText.Read(text) is not null);

    [Theory]
    [InlineData("UTC", "2026-07-01 12:00 +00:00")]
    [InlineData("Europe/Berlin", "2026-07-01 14:00 +02:00")]
    [InlineData("Mars/Olympus", "2026-07-01 12:00:00 UTC")]
    public void Moment_IsShownByTheClockThere(string zone, string expected) => Assert.Equal(expected, DayText.Local(Noon, zone));

    [Fact]
    public void Days_AreShownAsOneOrAsASpan()
    {
        var day = new DateOnly(2026, 1, 31);

        Assert.Equal(["-", "2026-01-31", "2026-01-31 to 2026-02-01"], [DayText.Of(null, null), DayText.Of(day, day), DayText.Of(day, day.AddDays(1))]);
    }
}
