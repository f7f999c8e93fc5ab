using Pipeline.Api.Feeds;

namespace Pipeline.Api.Tests.Feeds;

public sealed class FeedTextTests
{
    [Theory]
    [InlineData("plain é 漢 😀", "plain é 漢 😀")]
    [InlineData("a\u0000b\u0001\u0008\u000b\u001fc", "abc")]
    [InlineData("a\tb\nc\rd", "a\tb\nc\rd")]
    [InlineData("a\ufffe\uffffb", "ab")]
    [InlineData("", "")]
    public void Clean_LeavesWhatXmlCanHold(string text, string expected) => Assert.Equal(expected, FeedText.Clean(text));

    // Not in attributes, where halves of pairs become something else.
    [Fact]
    public void Clean_TakesHalvesOfPairsOut()
    {
        Assert.Equal("abc", FeedText.Clean("a\ud800b\udc00c"));
        Assert.Equal("a", FeedText.Clean("a\ud83d"));
        Assert.Equal("a😀", FeedText.Clean("\ude00a\ud83d\ude00\ud83d"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload='x' &amp;", "&quot; onload=&#x27;x&#x27; &amp;amp;")]
    [InlineData("Über 漢", "Über 漢")]
    public void Html_ShowsTheText(string text, string expected) => Assert.Equal(expected, FeedText.Html(text));

    [Fact]
    public void Time_IsWrittenInUtc()
        => Assert.Equal("2026-03-02T07:00:00.125Z", FeedText.Time(new(2026, 3, 2, 8, 0, 0, 125, TimeSpan.FromHours(1))));
}
