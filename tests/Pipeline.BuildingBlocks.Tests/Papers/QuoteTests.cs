using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class QuoteTests
{
    [Fact]
    public void From_CutsTheText()
    {
        var quote = Quote.From("We propose X.", new(11, 12));

        Assert.Equal((11, 12, "X"), (quote.Start, quote.End, quote.Text));
        Assert.Equal(quote, Quote.From("We propose X.", new(11, 12)));
    }

    [Theory]
    [InlineData(0, 14)]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    public void From_ASpanOutsideTheText_IsAnError(int start, int end)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Quote.From("We propose X.", new(start, end)));

    [Fact]
    public void Json_ThereAndBack_IsTheSame()
    {
        var quote = Quote.From("We propose X.", new(11, 12));

        Assert.Equal("""{"start":11,"end":12,"text":"X"}""", JsonSerializer.Serialize(quote, PaperJson.Options));
        Assert.Equal(quote, JsonSerializer.Deserialize<Quote>("""{"text":"X","end":12,"start":11}""", PaperJson.Options));
    }

    [Theory]
    [InlineData("""{"start":11,"end":13,"text":"X"}""")]
    [InlineData("""{"start":11,"end":10,"text":"X"}""")]
    [InlineData("""{"start":-1,"end":0,"text":"X"}""")]
    [InlineData("""{"start":11,"end":12}""")]
    public void Json_OfAnImpossibleQuote_IsRefused(string json)
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Quote>(json, PaperJson.Options));
}
