using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Tests.Digests.Content;

public sealed class TrendingTests
{
    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(2, 0, 0.2872)]
    [InlineData(101, 0, 28.717)]
    [InlineData(101, 22, 0.3276)]
    [InlineData(101, -5, 28.717)]
    public void Score_IsThatOfHackerNews(int? upvotes, double hours, double score)
        => Assert.Equal(score, Trending.Score(upvotes, TimeSpan.FromHours(hours)), 0.001);

    [Fact]
    public void Score_OfAnOldPaper_NeedsManyMoreVotes()
        => Assert.True(Trending.Score(10, TimeSpan.FromHours(4)) > Trending.Score(100, TimeSpan.FromHours(48)));
}
