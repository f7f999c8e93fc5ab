using Pipeline.BuildingBlocks.Sources;
using Pipeline.Standalone.SourceWork;

namespace Pipeline.Standalone.Tests.SourceWork;

public sealed class BackfillPaceTests
{
    [Theory]
    [InlineData(1, false, 0)]
    [InlineData(2, true, 0)]
    [InlineData(5, true, 3)]
    [InlineData(11, true, 9)]
    [InlineData(11, false, 10)]
    public void Done_DoesNotCountThePartInHand(int next, bool underWay, int done)
        => Assert.Equal(done, BackfillPace.Done(Backfill(next, underWay)));

    [Fact]
    public void Total_CountsBothEnds() => Assert.Equal(10, BackfillPace.Total(Backfill(1, underWay: false)));

    [Theory]
    [InlineData(1, false, 0, 10, 0, "0 of 10 days")]
    [InlineData(6, true, 4, 10, 0, "4 of 10 days")]
    [InlineData(6, true, 0, 2, 0, "4 of 10 days, 2 a minute, about 3 min left")]
    [InlineData(6, true, 2, 1, 3, "4 of 10 days, 2 a minute, about 3 min left, 3 runs failed")]
    [InlineData(11, false, 0, 5, 0, "10 of 10 days, 2 a minute, about 1 s left")]
    public void Description_GoesByWhatWasSeenSinceWatchingBegan(int next, bool underWay, int before, int minutes, int failed, string expected)
        => Assert.Equal(expected, BackfillPace.Describe(Backfill(next, underWay) with { Failed = failed }, before, TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("00:00:00", "1 s")]
    [InlineData("00:01:29", "89 s")]
    [InlineData("00:01:30", "2 min")]
    [InlineData("01:29:00", "89 min")]
    [InlineData("01:30:00", "1.5 h")]
    [InlineData("1.23:00:00", "47 h")]
    [InlineData("2.00:00:00", "2 days")]
    public void Span_IsAsPeopleSayIt(string span, string expected)
        => Assert.Equal(expected, BackfillPace.Span(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)));

    private static Backfill Backfill(int next, bool underWay) => new()
    {
        Id = Guid.Empty,
        SourceId = "daily",
        From = new DateOnly(2026, 1, 1),
        To = new DateOnly(2026, 1, 10),
        Next = new DateOnly(2026, 1, next),
        RunId = underWay ? Guid.Empty : null,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
