using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Tests.Output;

public sealed class ClaimCsvTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"it\"", "\"say \"\"it\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("1=1", "1=1")]
    public void Text_IsQuotedWhereItMust_AndIsNeverAFormula(string? text, string expected)
    {
        using var writer = new StringWriter();

        new CsvRow(writer).Text(text).Text("next").End();

        Assert.Equal($"{expected},next\r\n", writer.ToString());
    }

    [Fact]
    public void Numbers_AreWrittenWithAPoint_AndMayBeNegative()
    {
        using var writer = new StringWriter();

        new CsvRow(writer).Number(-1.5).Number(null).Numbers([-1, 0.25]).Nothing(2).Number(1e-7).End();

        Assert.Equal("-1.5,,-1 0.25,,,1E-07\r\n", writer.ToString());
    }

    [Fact]
    public async Task Write_AClaimWithTwoNumbersAndOneWithout_HasThreeRowsAsWideAsTheHeader()
    {
        const string Text = "Up, \"by\"\n3 or 4 %.";
        var facts = new QuantityFacts { Values = [3], Kind = QuantityKind.Score, Direction = QuantityDirection.None, Confidence = 0.5 };
        var two = Claim.From("p", Text, new(0, Text.Length), ClaimType.Result, 0.5, [Quantity.From(Text, new(9, 10), facts), Quantity.From(Text, new(14, 17), facts)]);
        using var writer = new StringWriter();

        await ClaimCsv.WriteAsync(writer, Hits(two, Claim.From("p", "None.", new(0, 5), ClaimType.Theory, 1, [])), Token);

        var rows = writer.ToString().Replace("\"Up, \"\"by\"\"\n3 or 4 %.\"", "QUOTE", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([29, 29, 29, 29], rows.Select(row => row.Split(',').Length));
        Assert.Contains(",QUOTE,0.5,,,,9,10,3,3,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",QUOTE,0.5,,,,14,17,4 %,3,", rows[2], StringComparison.Ordinal);
        Assert.EndsWith($",None.,1{new string(',', 17)}", rows[3], StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<ClaimHit> Hits(params Claim[] claims)
    {
        foreach (var claim in claims)
        {
            await Task.Yield();
            yield return new() { PaperId = "p", Title = "T", Revision = "r", Extractor = new() { Name = "cues", Version = "1" }, Main = false, Claim = claim };
        }
    }
}
