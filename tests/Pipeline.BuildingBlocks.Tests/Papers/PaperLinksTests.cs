using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class PaperLinksTests
{
    [Theory]
    [InlineData("https://example.org/a b", null, null, "https://example.org/a%20b")]
    [InlineData(null, "http://example.org/é", "https://example.org/x.pdf", "http://example.org/%C3%A9")]
    [InlineData("javascript:alert(1)", null, "https://example.org/x.pdf", "https://example.org/x.pdf")]
    [InlineData("/abs/1", "data:text/html,x", "file:///etc/passwd", null)]
    [InlineData(null, null, null, null)]
    public void Web_IsTheBestAddressThatLeadsToTheWeb(string? abs, string? page, string? pdf, string? link)
        => Assert.Equal(link, PaperLinks.Web(Paper(("abs", abs), ("page", page), ("pdf", pdf))));

    [Theory]
    [InlineData(PaperLinks.MaxLength, true)]
    [InlineData(PaperLinks.MaxLength + 1, false)]
    public void Web_HasItsLongestForm(int length, bool given)
        => Assert.Equal(given, PaperLinks.Web(Paper(("abs", "https://example.org/".PadRight(length, 'x')))) is not null);

    private static EnrichedPaper Paper(params (string Kind, string? Url)[] urls)
    {
        var given = urls.Where(url => url.Url is not null).ToDictionary(url => url.Kind, url => url.Url!);
        return PaperMerge.Apply(null, Some.Paper(), Some.Observation()) with { Urls = new SortedDictionary<string, string>(given, StringComparer.Ordinal) };
    }
}
