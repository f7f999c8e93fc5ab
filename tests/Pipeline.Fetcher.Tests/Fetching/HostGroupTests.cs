using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class HostGroupTests
{
    [Theory]
    [InlineData("https://export.arxiv.org/api/query", "arxiv.org")]
    [InlineData("https://ARXIV.org./", "arxiv.org")]
    [InlineData("https://rss.arxiv.org:8080/", "arxiv.org")]
    [InlineData("https://notarxiv.org/", "notarxiv.org")]
    [InlineData("https://arxiv.org.example/", "arxiv.org.example")]
    [InlineData("https://HuggingFace.co/papers", "huggingface.co")]
    public void Of_IsTheHost_AndOneForAllOfArxiv(string address, string group) => Assert.Equal(group, HostGroup.Of(new(address)));

    [Theory]
    [InlineData("https://export.arxiv.org/", 0, 3)]
    [InlineData("https://export.arxiv.org/", 4, 4)]
    [InlineData("https://example.org/", 0, 0)]
    public void IntervalAt_IsNeverLessThanArxivAsksFor(string address, int wanted, int seconds)
        => Assert.Equal(seconds, HostGroup.IntervalAt(new(address), TimeSpan.FromSeconds(wanted)).TotalSeconds);
}
