using System.Text;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class FirstWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  Access\r\n\tdenied ", "Access denied")]
    [InlineData("<p>Access <b>denied</b></p><script>alert('x')</script>", "Access denied")]
    [InlineData("<script>if (a < b) never closed", "")]
    [InlineData("AT&amp;T &lt;b&gt;", "AT&T <b>")]
    [InlineData("a\u001b[31mred\u0007", "a [31mred")]
    [InlineData("safe\u202eevil\u200b", "safe evil")]
    public void Of_ShowsWordsAlone(string content, string words) => Assert.Equal(words, FirstWords.Of(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Of_BinaryContent_ShowsOnlyWhatCanBeRead() => Assert.Equal("PK x", FirstWords.Of([0x50, 0x4B, 0x03, 0xFF, 0xFE, 0x78]));

    [Theory]
    [InlineData(79, 79)]
    [InlineData(80, 83)]
    [InlineData(5000, 83)]
    public void Of_LongContent_IsCut(int length, int shown) => Assert.Equal(shown, FirstWords.Of(Encoding.UTF8.GetBytes(new string('a', length))).Length);
}
