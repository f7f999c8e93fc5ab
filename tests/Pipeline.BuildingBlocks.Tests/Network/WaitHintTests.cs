using Pipeline.BuildingBlocks.Network;

namespace Pipeline.BuildingBlocks.Tests.Network;

public sealed class WaitHintTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Retry-After", "0", 0.0)]
    [InlineData("Retry-After", " 120 ", 120.0)]
    [InlineData("Retry-After", "86400", 86400.0)]
    [InlineData("Retry-After", "86401", 86400.0)]
    [InlineData("Retry-After", "-5", null)]
    [InlineData("Retry-After", "9999999999999999999999", null)]
    [InlineData("Retry-After", "Thu, 15 Jan 2026 12:01:00 GMT", 60.0)]
    [InlineData("Retry-After", "Thursday, 15-Jan-26 12:01:00 GMT", 60.0)]
    [InlineData("Retry-After", "Thu Jan 15 12:01:00 2026", 60.0)]
    [InlineData("Retry-After", "Thu, 15 Jan 2026 11:00:00 GMT", 0.0)]
    [InlineData("Retry-After", "Fri, 15 Jan 2027 12:00:00 GMT", 86400.0)]
    [InlineData("Retry-After", "soon", null)]
    [InlineData("RateLimit", "limit=500, remaining=0, reset=30", 30.0)]
    [InlineData("RateLimit", "\"api\";r=0;t=45", 45.0)]
    [InlineData("RateLimit-Reset", "7", 7.0)]
    [InlineData("X-RateLimit-Reset", "7", 7.0)]
    [InlineData("X-RateLimit-Reset", "1768478460", 60.0)]
    [InlineData("X-RateLimit-Reset", "1768478399", 0.0)]
    [InlineData("Other", "7", null)]
    public void OfRefusal_ReadsWhatTheHostAsksFor(string name, string value, double? seconds)
        => Assert.Equal(seconds, WaitHint.OfRefusal(asked => asked == name ? value : null, Noon)?.TotalSeconds);

    [Fact]
    public void OfRefusal_BelievesRetryAfterFirst()
        => Assert.Equal(5, WaitHint.OfRefusal(name => name == "Retry-After" ? "5" : "50", Noon)!.Value.TotalSeconds);

    [Theory]
    [InlineData("limit=500, remaining=0, reset=30", 30)]
    [InlineData("limit=500, remaining=1, reset=30", 0)]
    [InlineData("\"api\";r=0;t=45", 45)]
    [InlineData("\"api\";r=10;t=45", 0)]
    [InlineData("nonsense", 0)]
    [InlineData(null, 0)]
    public void OfAnswer_IsAPauseOnlyWhenNothingIsLeft(string? value, int seconds)
        => Assert.Equal(seconds, WaitHint.OfAnswer(name => name == "RateLimit" ? value : null, Noon).TotalSeconds);
}
