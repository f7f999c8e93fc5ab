using System.Text.Json;
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
    public void From_AnotherPaperTypeQuoteOrRepetition_HasAnotherId()
    {
        var claim = Cut(Abstract, new(0, 13));

        Assert.NotEqual(claim.Id, Cut(Abstract, new(0, 13), paperId: "arxiv:2601.00002").Id);
        Assert.NotEqual(claim.Id, Cut(Abstract, new(0, 13), type: ClaimType.Finding).Id);
        Assert.NotEqual(claim.Id, Cut(Abstract, new(0, 12)).Id);
        Assert.NotEqual(claim.Id, Claim.From("arxiv:2601.00001", Abstract, new(0, 13), ClaimType.Result, 0.9, [], repetition: 1).Id);
    }

    [Fact]
    public void From_ASpanOutsideTheAbstract_IsAnError()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Cut(Abstract, new(14, 24)));

    [Fact]
    public void From_NamesInsideTheSpan_CarriesThem()
        => Assert.Equal("X", Assert.Single(With(Quote.From(Abstract, new(11, 12)), new(0, 13)).Names!.Methods).Text);

    [Theory]
    [InlineData(11, 12, 0, 11)]
    [InlineData(11, 12, 14, 23)]
    [InlineData(11, 12, 12, 23)]
    public void From_ANameOutsideTheSpan_IsAnError(int nameStart, int nameEnd, int start, int end)
        => Assert.Throws<JsonException>(() => With(Quote.From(Abstract, new(nameStart, nameEnd)), new(start, end)));

    [Fact]
    public void From_ANameOfAnotherText_IsAnError()
        => Assert.Throws<JsonException>(() => With(Quote.From("We propose Y.", new(11, 12)), new(0, 13)));

    [Fact]
    public void Json_HasTheFixedShape()
    {
        const string Text = "On Set-1 X is 5 % better.";
        var number = Quantity.From(Text, new(14, 17), new()
        {
            Values = [5],
            Unit = "%",
            Kind = QuantityKind.Percent,
            Direction = QuantityDirection.Increase,
            Dataset = new(3, 8),
            Confidence = 0.5,
        });
        var claim = Claim.From("p", Text, new(0, 25), ClaimType.Result, 0.9, [number], new() { Datasets = [Quote.From(Text, new(3, 8))] });

        var json = JsonSerializer.Serialize(claim, PaperJson.Options);

        Assert.Equal(
            $$$"""
            {"id":"{{{claim.Id}}}","type":"result","start":0,"end":25,"text":"On Set-1 X is 5 % better.","confidence":0.9,
            "quantities":[{"start":14,"end":17,"text":"5 %","values":[5],"unit":"%","kind":"percent","direction":"increase","metric":null,
            "baseline":null,"dataset":"Set-1","entity":null,"confidence":0.5,"spans":{"dataset":[3,8]}}],
            "names":{"methods":[],"datasets":[{"start":3,"end":8,"text":"Set-1"}],"metrics":[]}}
            """.ReplaceLineEndings(""),
            json);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Claim>(json, PaperJson.Options), PaperJson.Options));
    }

    [Fact]
    public void Json_WithoutNames_LeavesThemOut()
        => Assert.DoesNotContain("names", JsonSerializer.Serialize(Cut(Abstract, new(0, 13)), PaperJson.Options), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id":"a","type":"result","start":0,"end":2,"text":"We","confidence":1,"quantities":[]}""")]
    [InlineData("""{"id":"a","type":"result","start":0,"end":2,"text":"We","confidence":1}""")]
    [InlineData("""{"id":"a","type":"result","start":3,"end":3,"text":"","confidence":1,"unknown":{}}""")]
    public void Json_OfAPossibleClaim_IsRead(string json)
        => Assert.Equal("a", JsonSerializer.Deserialize<Claim>(json, PaperJson.Options)!.Id);

    [Theory]
    [InlineData("""{"id":"a","type":"result","start":2,"end":1,"text":"","confidence":1}""", "from 2 to 1")]
    [InlineData("""{"id":"a","type":"result","start":-1,"end":1,"text":"We","confidence":1}""", "from -1 to 1")]
    [InlineData("""{"id":"a","type":"result","start":0,"end":3,"text":"We","confidence":1}""", "2 characters, not 3")]
    [InlineData("""{"id":"a","type":"result","start":0,"end":2,"text":null,"confidence":1}""", "0 characters, not 2")]
    [InlineData("""{"id":"a","type":"result","end":2,"text":"We","confidence":1}""", "start")]
    [InlineData("""{"id":"a","type":"result","start":0,"end":2,"confidence":1}""", "text")]
    [InlineData("""{"type":"result","start":0,"end":2,"text":"We","confidence":1}""", "id")]
    [InlineData("""{"id":"a","type":"result","start":0,"end":2,"text":"We","confidence":1,"names":{"methods":[{"start":0,"end":2,"text":"It"}]}}""", "name from 0 to 2")]
    [InlineData("""{"id":"a","type":"result","start":0,"end":2,"text":"We","confidence":1,"names":{"datasets":[{"start":0,"end":3,"text":"We "}]}}""", "name from 0 to 3")]
    public void Json_OfAnImpossibleClaim_IsRefusedAndSaysWhy(string json, string reason)
        => Assert.Contains(reason, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Claim>(json, PaperJson.Options)).Message, StringComparison.Ordinal);

    private static Claim With(Quote method, TextSpan span)
        => Claim.From("p", Abstract, span, ClaimType.Result, 0.9, [], new() { Methods = [method] });

    private static Claim Cut(
        string text, TextSpan span, string paperId = "arxiv:2601.00001", ClaimType type = ClaimType.Result, double confidence = 0.9)
        => Claim.From(paperId, text, span, type, confidence, []);
}
