using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Quantities;

namespace Pipeline.Learning.Tests.Quantities;

public sealed class QuantityGoldTests : IDisposable
{
    private readonly string _labels = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly string _texts = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        File.Delete(_labels);
        File.Delete(_texts);
    }

    [Fact]
    public async Task Read_OfAnnotations_TakesQuantitiesOfAllSetsOnce()
    {
        await File.WriteAllTextAsync(_labels, """
            {"id":"a","text":"5 mm of rain","annotations":[{"set":1,"type":"Quantity","start":0,"end":4,"other":{"unit":"mm"}},{"set":1,"type":"MeasuredEntity","start":8,"end":12,"other":{}},{"set":2,"type":"Quantity","start":0,"end":4,"other":{}}]}
            """, Token);

        var text = Assert.Single(await QuantityGold.ReadAsync(_labels, null, Token));

        var quantity = Assert.Single(text.Quantities);
        Assert.Equal((0, 4, "mm"), (quantity.Start, quantity.End, quantity.Unit));
        Assert.False(text.IsFullyLabelled);
    }

    [Fact]
    public async Task Read_OfLabelsWithoutText_LooksItUpAndCutsTheWords()
    {
        await File.WriteAllTextAsync(_labels, """{"id":"a","quantities":[{"start":0,"end":2,"values":[5],"unit":"%","direction":"increase","metric":[3,7]}]}""", Token);
        await File.WriteAllTextAsync(_texts, """{"id":"b","abstract":"other"}""" + "\n" + """{"id":"a","abstract":"5% more"}""", Token);

        var quantity = Assert.Single(Assert.Single(await QuantityGold.ReadAsync(_labels, _texts, Token)).Quantities);

        Assert.Equal(("more", QuantityDirection.Increase), (quantity.Metric, quantity.Direction));
    }

    [Theory]
    [InlineData("""{"id":"a","quantities":[]}""", "--texts")]
    [InlineData("""{"id":"a","abstract":"5%","quantities":[{"start":0,"end":9}]}""", "outside")]
    public async Task Read_OfLabelsThatDoNotFit_SaysWhy(string line, string expected)
    {
        await File.WriteAllTextAsync(_labels, line, Token);

        var problem = await Assert.ThrowsAsync<GoldFileException>(() => QuantityGold.ReadAsync(_labels, null, Token));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }
}
