using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class ClaimTests
{
    private const string Abstract = "We propose X. It works.";

    [Fact]
    public void From_QuotesTheAbstract()
    {
        var claim = Cut(Abstract, new(14, 23));

        Assert.Equal("It works.", claim.Text);
        Assert.Equal(Abstract[claim.Start..claim.End], claim.Text);
    }

    [Fact]
    public void From_TheSameInputs_HasTheSameId()
    {
        Assert.Equal(Cut(Abstract, new(0, 13)).Id, Cut(Abstract, new(0, 13), confidence: 0.1).Id);
        Assert.Equal("5f8c6bdc70a35f96875f92f406b63c6b", Cut(Abstract, new(0, 13)).Id);
    }

    [Fact]
    public void From_TheSameQuoteElsewhereInTheAbstract_HasTheSameId()
        => Assert.Equal(Cut("It works.", new(0, 9)).Id, Cut(Abstract, new(14, 23)).Id);

    [Fact]
    public void From_AnotherPaperTypeOrQuote_HasAnotherId()
    {
        var claim = Cut(Abstract, new(0, 13));

        Assert.NotEqual(claim.Id, Cut(Abstract, new(0, 13), paperId: "arxiv:2601.00002").Id);
        Assert.NotEqual(claim.Id, Cut(Abstract, new(0, 13), type: ClaimType.Finding).Id);
        Assert.NotEqual(claim.Id, Cut(Abstract, new(0, 12)).Id);
    }

    [Fact]
    public void From_ASpanOutsideTheAbstract_IsAnError()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Cut(Abstract, new(14, 24)));

    [Fact]
    public void Quote_CutsTheSameWay()
        => Assert.Equal(new() { Start = 11, End = 12, Text = "X" }, Quote.From(Abstract, new(11, 12)));

    private static Claim Cut(
        string text, TextSpan span, string paperId = "arxiv:2601.00001", ClaimType type = ClaimType.Result, double confidence = 0.9)
        => Claim.From(paperId, text, span, type, confidence, []);
}
