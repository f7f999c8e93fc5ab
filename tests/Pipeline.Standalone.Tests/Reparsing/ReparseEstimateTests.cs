using Pipeline.Standalone.Reparsing;

namespace Pipeline.Standalone.Tests.Reparsing;

public sealed class ReparseEstimateTests
{
    [Theory]
    [InlineData(0, 10, "1 of 4 listings, 0 %")]
    [InlineData(10, 10, "1 of 4 listings, 10 %, about 90 s left")]
    [InlineData(10, 10.1, "1 of 4 listings, 10 %, about 2 min left")]
    [InlineData(50, 100, "1 of 4 listings, 50 %, about 2 min left")]
    [InlineData(50, 5400, "1 of 4 listings, 50 %, about 90 min left")]
    [InlineData(50, 5401, "1 of 4 listings, 50 %, about 2 h left")]
    [InlineData(99, 99, "1 of 4 listings, 99 %, about 1 s left")]
    [InlineData(100, 60, "1 of 4 listings, 100 %")]
    public void Text_GoesByTheBytesDone(int done, double seconds, string expected)
    {
        var estimate = new ReparseEstimate(listings: 4, bytes: 100);

        estimate.Done(done);

        Assert.Equal(expected, estimate.Text(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void Text_WhenMoreComesThanWasCounted_NeverGoesBeyondAll()
    {
        var estimate = new ReparseEstimate(listings: 1, bytes: 10);

        estimate.Done(10);
        estimate.Done(10);

        Assert.Equal("2 of 2 listings, 100 %", estimate.Text(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Text_OfNothing_IsNoDivision() => Assert.Equal("0 of 0 listings, 0 %", new ReparseEstimate(0, 0).Text(TimeSpan.Zero));
}
