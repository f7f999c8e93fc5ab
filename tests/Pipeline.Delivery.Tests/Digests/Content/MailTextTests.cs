using System.Text;
using Pipeline.Delivery.Digests.Content;

namespace Pipeline.Delivery.Tests.Digests.Content;

public sealed class MailTextTests
{
    [Theory]
    [InlineData("  a \r\n\t b\u2028c\u0085d ", "a b c d")]
    [InlineData("left\u202Eright\u2066x\u200E\u061C", "leftrightx")]
    [InlineData("a\0b\u001B[31mc\u007F", "ab[31mc")]
    [InlineData("zero\u200Bwidth\uFEFFsoft\u00ADhyphen", "zerowidthsofthyphen")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("naïve 多 𝒳", "naïve 多 𝒳")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    public void OneLine_KeepsWhatIsReadAndNothingThatDeceives(string text, string line) => Assert.Equal(line, MailText.OneLine(text, 100));

    [Theory]
    [InlineData("abcde", "abcde")]
    [InlineData("abcdef", "abcd…")]
    [InlineData("abcd e", "abcd…")]
    [InlineData("abcde \n", "abcde")]
    [InlineData("abc de", "abc …")]
    [InlineData("𝒳𝒳𝒳𝒳𝒳𝒳", "𝒳𝒳𝒳𝒳…")]
    public void OneLine_OfALongText_EndsInAnEllipsis(string text, string line) => Assert.Equal(line.Replace(" …", "…", StringComparison.Ordinal), MailText.OneLine(text, 5));

    // Halves of pairs do not survive in an attribute.
    [Fact]
    public void OneLine_LeavesOutHalvesOfPairs() => Assert.Equal("ab", MailText.OneLine("a\uD800b\uDC00", 100));

    [Fact]
    public void OneLine_OfMegabytes_IsShortAndQuick()
        => Assert.Equal(50, MailText.OneLine(new string('x', 5_000_000), 50).Length);

    [Fact]
    public void Html_HasNoMarkupOfTheText() => Assert.Equal("&lt;img src=x onerror=&quot;a&#x27;b&quot;&gt;&amp; é", MailText.Html("<img src=x onerror=\"a'b\">& é"));

    [Fact]
    public void Wrapped_Lines_KeepTheWidthAndLoseNothing()
    {
        var words = string.Join(' ', Enumerable.Range(1, 60).Select(n => new string('w', n % 13 + 1)));
        var text = new StringBuilder();

        text.AppendWrapped(words, "1. ", "   ");

        var lines = text.ToString().TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 1, TextWrap.Width));
        Assert.StartsWith("1. w", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.StartsWith("   w", line, StringComparison.Ordinal));
        Assert.Equal(words, string.Join(' ', lines.Select(line => line[3..])));
    }

    [Fact]
    public void Wrapped_WordLongerThanALine_IsBroken()
    {
        var text = new StringBuilder();

        text.AppendWrapped($"a {new string('x', 200)} b", "* ", "  ");

        Assert.All(text.ToString().TrimEnd('\n').Split('\n'), line => Assert.InRange(line.Length, 1, TextWrap.Width));
        Assert.Equal(200, text.ToString().Count(letter => letter == 'x'));
    }
}
