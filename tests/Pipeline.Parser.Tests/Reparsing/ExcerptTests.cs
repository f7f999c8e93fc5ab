using Pipeline.Parser.Reparsing;

namespace Pipeline.Parser.Tests.Reparsing;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    public void Text_ThatIsShort_StaysWhole(string? text) => Assert.Equal(text, Excerpt.From(text, 3));

    [Fact]
    public void Text_OfJustTheLength_StaysWhole_AndOneMoreIsCut()
    {
        Assert.Equal(new string('a', 80), Excerpt.From(new string('a', 80), 0));
        Assert.Equal(new string('a', 80) + "…", Excerpt.From(new string('a', 81), 0));
    }

    [Theory]
    [InlineData(0, 0, 80)]
    [InlineData(20, 0, 80)]
    [InlineData(21, 1, 81)]
    [InlineData(100, 80, 160)]
    [InlineData(199, 120, 200)]
    [InlineData(5000, 120, 200)]
    public void Text_ThatIsLong_IsCutToWhatStandsAroundThePlace(int at, int start, int end)
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(n => (char)('a' + (n % 26))));

        var expected = (start > 0 ? "…" : "") + text[start..end] + (end < 200 ? "…" : "");

        Assert.Equal(expected, Excerpt.From(text, at));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Text_OfPairs_IsNeverCutWithinOne(int shift)
    {
        var text = new string('x', shift) + string.Concat(Enumerable.Repeat("🦀", 100));

        for (var at = 0; at < text.Length; at++)
        {
            Assert.Equal(text.Replace("x", "", StringComparison.Ordinal)[..2], Excerpt.From(text, at)!.Trim('…', 'x')[..2]);
            Assert.True(char.IsLowSurrogate(Excerpt.From(text, at)!.TrimEnd('…')[^1]));
        }
    }
}
