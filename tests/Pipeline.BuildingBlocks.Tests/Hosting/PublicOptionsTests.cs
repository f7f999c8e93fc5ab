using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Tests.Hosting;

public sealed class PublicOptionsTests
{
    [Theory]
    [InlineData("https://papers.example.org", "https://papers.example.org/digests/confirm?id=1")]
    [InlineData("https://papers.example.org/", "https://papers.example.org/digests/confirm?id=1")]
    [InlineData("https://example.org/papers", "https://example.org/papers/digests/confirm?id=1")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080/digests/confirm?id=1")]
    public void Link_StandsBelowTheAddress(string url, string link)
        => Assert.Equal(link, new PublicOptions { Url = url }.To("digests/confirm?id=1").AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("papers.example.org")]
    [InlineData("ftp://papers.example.org")]
    [InlineData("https://ann@papers.example.org")]
    [InlineData("https://papers.example.org/?a=b")]
    [InlineData("https://papers.example.org/#a")]
    public void Address_ThatIsNone_GivesNoLink(string? url)
    {
        Assert.Null(new PublicOptions { Url = url }.Read());
        Assert.Throws<InvalidOperationException>(() => new PublicOptions { Url = url }.To("x"));
    }
}
