using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class RunDelayTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(100, 60)]
    public void After_DoublesFromAMinuteToAnHour(int failures, int minutes) => Assert.Equal(minutes, RunDelay.After(failures).TotalMinutes);

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", 100)]
    [InlineData("00000000-0000-0000-0000-0000000000ff", 110)]
    public void Spread_AddsUpToATenth(string run, int seconds)
        => Assert.Equal(seconds, RunDelay.Spread(TimeSpan.FromSeconds(100), Guid.Parse(run)).TotalSeconds, precision: 3);
}
