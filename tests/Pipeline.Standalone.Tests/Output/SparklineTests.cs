using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Tests.Output;

public sealed class SparklineTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ", 0)]
    [InlineData("█", 1)]
    [InlineData("▁█ ", 1, 8, 0)]
    [InlineData("▁▂▃▄▅▆▇█", 1, 2, 3, 4, 5, 6, 7, 8)]
    [InlineData("▁█", 1, 9_000_000)]
    public void Of_Counts_IsOneBarEach(string expected, params int[] counts)
        => Assert.Equal(expected, Sparkline.Of([.. counts.Select(count => (long)count)]));
}
