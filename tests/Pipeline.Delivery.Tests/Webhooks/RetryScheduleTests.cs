using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(1, "00:00:05")]
    [InlineData(2, "00:05:00")]
    [InlineData(3, "00:30:00")]
    [InlineData(4, "02:00:00")]
    [InlineData(5, "05:00:00")]
    [InlineData(6, "10:00:00")]
    [InlineData(7, "14:00:00")]
    [InlineData(8, "20:00:00")]
    [InlineData(9, "1.00:00:00")]
    public void Next_AfterSoManyFailures_IsTheirPauseWithinATenth(int failures, string pause)
    {
        var middle = TimeSpan.Parse(pause, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(middle, RetrySchedule.Next(failures, First, 0.5));
        Assert.Equal(middle * 0.9, RetrySchedule.Next(failures, First, 0));
        Assert.Equal(middle * 1.1, RetrySchedule.Next(failures, First, 1));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void Next_AfterTheLastAttempt_IsNone(int failures) => Assert.Null(RetrySchedule.Next(failures, First, 0.5, TimeSpan.FromHours(1)));

    [Fact]
    public void AllPauses_TakeAboutThreeDays()
    {
        var all = Enumerable.Range(1, RetrySchedule.Attempts - 1).Sum(failures => RetrySchedule.Next(failures, First, 0.5)!.Value.TotalHours);

        Assert.InRange(all, 72, 78);
    }

    [Theory]
    [InlineData(4, "00:00:05")]
    [InlineData(6, "00:00:06")]
    public void Next_IsNotBeforeWhatTheOtherSideAsksFor(int asked, string pause)
        => Assert.Equal(TimeSpan.Parse(pause, System.Globalization.CultureInfo.InvariantCulture), RetrySchedule.Next(1, First, 0.5, TimeSpan.FromSeconds(asked)));
}
