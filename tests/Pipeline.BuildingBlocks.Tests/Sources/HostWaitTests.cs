using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.BuildingBlocks.Tests.Sources;

public sealed class HostWaitTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3000, null, 3000)]
    [InlineData(3000, 60_000, 3000)]
    [InlineData(100, 60_000, 250)]
    [InlineData(-5, 249, 249)]
    [InlineData(-5, 251, 250)]
    [InlineData(-5, -5, 1)]
    [InlineData(0, null, 1)]
    public void Wait_IsTheSpacing_OrAShortWhileWhenOnlyAHolderIsInTheWay_AndNeverZero(int nextAt, int? heldUntil, int expected)
        => Assert.Equal(
            TimeSpan.FromMilliseconds(expected),
            HostWait.Before(Now, Now.AddMilliseconds(nextAt), heldUntil is { } held ? Now.AddMilliseconds(held) : null));
}
