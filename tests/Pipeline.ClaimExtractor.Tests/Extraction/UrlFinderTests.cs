using Pipeline.ClaimExtractor.Extraction;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class UrlFinderTests
{
    [Theory]
    [InlineData("Code: https://kites.example/fly.", "https://kites.example/fly")]
    [InlineData("Code (http://kites.example/a_(b)) is out.", "http://kites.example/a_(b)")]
    [InlineData("\\url{https://kites.example/x}", "https://kites.example/x")]
    [InlineData("See www.kites.example, please.", "www.kites.example")]
    [InlineData("See github.com/kites/fly for code.", "github.com/kites/fly")]
    [InlineData("'https://kites.example/a-b?c=d#e'", "https://kites.example/a-b?c=d#e")]
    [InlineData("At https://kites.example。", "https://kites.example")]
    public void Find_Address_GivesItWithoutPunctuation(string text, string expected)
        => Assert.Equal([expected], UrlFinder.Find(text).Select(url => url.Text));

    [Theory]
    [InlineData("Kites fly.")]
    [InlineData("The prefix https:// alone is no address.")]
    [InlineData("xhttps://kites.example")]
    [InlineData("me@github.com/kites")]
    [InlineData("www....")]
    public void Find_NoAddress_GivesNothing(string text) => Assert.Empty(UrlFinder.Find(text));

    [Fact]
    public void Find_Two_GivesBothInOrder()
        => Assert.Equal([0, 14], UrlFinder.Find("https://a.b/c https://d.e/f").Select(url => url.Start));
}
