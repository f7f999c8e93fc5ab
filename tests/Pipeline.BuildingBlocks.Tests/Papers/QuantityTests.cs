using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class QuantityTests
{
    private const string Text = "It lifts accuracy by 5 % over BERT.";
    private const string Rest = "\"values\":[5],\"unit\":\"%\",\"kind\":\"percent\",\"direction\":\"none\",\"confidence\":1";

    private static readonly QuantityFacts Facts = new()
    {
        Values = [5],
        Unit = "%",
        Kind = QuantityKind.Percent,
        Direction = QuantityDirection.Increase,
        Metric = new(9, 17),
        Baseline = new(30, 34),
        Confidence = 0.8,
    };

    [Fact]
    public void From_CutsTheNumberAndItsParties()
    {
        var quantity = Quantity.From(Text, new(21, 24), Facts);

        Assert.Equal(("5 %", "accuracy", "BERT", null), (quantity.Text, quantity.Metric, quantity.Baseline, quantity.Dataset));
        Assert.Equal(["baseline", "metric"], quantity.Spans.Keys);
    }

    [Fact]
    public void From_ASpanOutsideTheText_IsAnError()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.From(Text, new(21, 99), Facts));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.From(Text, new(21, 24), Facts with { Metric = new(30, 99) }));
    }

    [Theory]
    [InlineData("\"start\":0,\"end\":3,\"text\":\"5 %\"")]
    [InlineData("\"start\":0,\"end\":3,\"text\":\"5 %\",\"metric\":\"accuracy\"")]
    [InlineData("\"start\":0,\"end\":3,\"text\":\"5 %\",\"metric\":\"acc\",\"spans\":{\"metric\":[9,12]}")]
    [InlineData("\"start\":0,\"end\":3,\"text\":\"5 %\",\"spans\":{\"other\":[9,12]}")]
    public void Json_OfAPossibleQuantity_IsRead(string fields)
        => Assert.Equal("5 %", JsonSerializer.Deserialize<Quantity>($"{{{fields},{Rest}}}", PaperJson.Options)!.Text);

    [Theory]
    [InlineData("\"start\":1,\"end\":3,\"text\":\"5 %\"", "3 characters, not 2")]
    [InlineData("\"start\":4,\"end\":3,\"text\":\"\"", "from 4 to 3")]
    [InlineData("\"start\":0,\"end\":3,\"text\":\"5 %\",\"metric\":\"accuracy\",\"spans\":{\"metric\":[9,12]}", "metric")]
    [InlineData("\"start\":0,\"end\":3,\"text\":\"5 %\",\"dataset\":null,\"spans\":{\"dataset\":[9,12]}", "dataset")]
    [InlineData("\"start\":0,\"end\":3,\"text\":\"5 %\",\"spans\":{\"metric\":[12,9]}", "from 12 to 9")]
    [InlineData("\"start\":0,\"end\":3,\"text\":\"5 %\",\"spans\":{\"metric\":[-1,9]}", "from -1 to 9")]
    [InlineData("\"end\":3,\"text\":\"5 %\"", "start")]
    public void Json_OfAnImpossibleQuantity_IsRefusedAndSaysWhy(string fields, string reason)
        => Assert.Contains(
            reason,
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Quantity>($"{{{fields},{Rest}}}", PaperJson.Options)).Message,
            StringComparison.Ordinal);
}
