using System.Text;
using Pipeline.BuildingBlocks.Network;

namespace Pipeline.BuildingBlocks.Tests.Network;

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

    [Theory]
    [InlineData("an invalid line: 'X\u001b[2J\u0007: 1'", "an invalid line: 'X [2J : 1'")]
    [InlineData("two\r\nlines\u202eevil", "two  lines evil")]
    [InlineData("<b>a < b</b>", "<b>a < b</b>")]
    public void Line_ShowsATextAsItIs_ButForWhatSteersATerminal(string text, string line) => Assert.Equal(line, FirstWords.Line(text, 100));

    [Theory]
    [InlineData(3, "abc")]
    [InlineData(4, "abc")]
    [InlineData(5, "abc\ud83e\udd80")]
    [InlineData(6, "abc\ud83e\udd80d")]
    public void Line_IsCutBetweenCharacters(int length, string line) => Assert.Equal(line, FirstWords.Line("abc\ud83e\udd80d", length));

    [Fact]
    public void Of_BinaryContent_ShowsOnlyWhatCanBeRead() => Assert.Equal("PK x", FirstWords.Of([0x50, 0x4B, 0x03, 0xFF, 0xFE, 0x78]));

    [Theory]
    [InlineData(79, 79)]
    [InlineData(80, 83)]
    [InlineData(5000, 83)]
    public void Of_LongContent_IsCut(int length, int shown) => Assert.Equal(shown, FirstWords.Of(Encoding.UTF8.GetBytes(new string('a', length))).Length);
}
