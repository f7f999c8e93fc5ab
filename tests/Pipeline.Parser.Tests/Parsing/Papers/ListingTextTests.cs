using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Tests.Parsing.Papers;

public sealed class ListingTextTests
{
    [Theory]
    [InlineData("A  title", "A  title")]
    [InlineData(" A\n  title\r\n", "A title")]
    [InlineData("A \t title", "A title")]
    [InlineData("A\0title\n", "Atitle")]
    [InlineData("\n", "")]
    public void OneLine_OfAnyText_HasNoLineBreaksAndKeepsTheRest(string text, string line)
        => Assert.Equal(line, ListingText.OneLine(text));

    [Theory]
    [InlineData("short", "\"short\"")]
    [InlineData("bell\u0007\u001b[31m", "\"bell??[31m\"")]
    public void Quote_OfAnyText_IsFitForATerminal(string text, string quote)
        => Assert.Equal(quote, ListingText.Quote(text));

    [Fact]
    public void Quote_OfALoneSurrogate_IsFitForATerminal()
        => Assert.Equal("\"lone?\"", ListingText.Quote("lone\ud800"));

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void Quote_OfALongText_IsItsBeginning(int length, bool cut)
        => Assert.Equal(cut, ListingText.Quote(new string('x', length)).EndsWith("…\"", StringComparison.Ordinal));

    [Theory]
    [InlineData(500, 1)]
    [InlineData(501, 0)]
    public void Labels_OverTheirLength_AreLeftOut(int length, int kept)
        => Assert.Equal(kept, ListingText.Labels([new string('x', length), " "], 5).Count);
}
