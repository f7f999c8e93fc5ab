using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>Claims are found by what they say, and can be taken away as JSON Lines and CSV.</summary>
public sealed class ClaimsTests : IAsyncLifetime
{
    private const string Listing = """
        {"title":"=Sums in Titles","abstract":"We propose SumNet, a network for sums. SumNet improves accuracy by 5.5% over Adder on CIFAR-10. It reduces the error rate by 2% on SVHN."}
        {"title":"Plain Words","abstract":"We introduce a method for plain words. It outperforms all \"baselines\", by far."}

        """;

    private readonly Workspace _workspace = new();

    public async ValueTask InitializeAsync() => await _workspace.RunAsync("ingest", _workspace.Write("two.jsonl", Listing));

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Search_ForAnImprovementOnADataSet_ShowsByHowMuchAndWhere()
    {
        var result = await _workspace.RunAsync("claims", "search", "--dataset", "cifar 10", "--direction", "increase");

        Assert.Equal(0, result.ExitCode);
        foreach (var part in new[] { "5.5% increase", "metric accuracy", "against Adder", "on CIFAR-10", "«5.5%»", "«CIFAR-10»", "=Sums in Titles", "title:" })
        {
            Assert.Contains(part, result.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("SVHN", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CIFAR10", "--dataset", "CIFAR10", "--metric", "acc", "--min-value", "5.5", "--max-value", "5.5", "--unit", "%")]
    [InlineData("number too high", "--dataset", "CIFAR10", "--min-value", "5.6")]
    [InlineData("other data set", "--dataset", "CIFAR-100")]
    public async Task Search_Narrowed_FindsOnlyWhatFits(string name, params string[] options)
        => Assert.Equal(name == "CIFAR10" ? 1 : 0, (await _workspace.RunAsync(["claims", "search", "--json", .. options])).Lines.Count);

    [Fact]
    public async Task Search_ByValue_HighestFirst()
    {
        var values = (await _workspace.RunAsync("claims", "search", "--order", "value", "--unit", "%", "--json")).Lines
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("claim").GetProperty("quantities")[0].GetProperty("values")[0].GetDouble());

        Assert.Equal([5.5, 2], values);
    }

    [Fact]
    public async Task Search_WithoutAHit_SaysSo()
        => Assert.Contains("No claims.", (await _workspace.RunAsync("claims", "search", "--text", "xyzzyplugh")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("--min-value", "many")]
    [InlineData("--min-value", "NaN")]
    [InlineData("--max-value", "1,5x")]
    [InlineData("--min-confidence", "1.1")]
    [InlineData("--type", "opinion")]
    [InlineData("--direction", "none")]
    [InlineData("--order", "random")]
    [InlineData("--since", "yesterday")]
    [InlineData("--metric", "()")]
    public async Task Search_WithABadValue_NamesTheOption(string option, string value)
    {
        var result = await _workspace.RunAsync("claims", "search", option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"{option}: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--min-value", "--min-value", "2", "--max-value", "1")]
    [InlineData("--since", "--since", "2026-02-01", "--until", "2026-01-01")]
    [InlineData("--format", "--format", "xml")]
    public async Task Export_WithValuesThatDoNotFitTogether_NamesTheOption(string option, params string[] options)
    {
        var result = await _workspace.RunAsync(["claims", "export", .. options]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"{option}: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AsJsonLines_GivesEveryClaimWithItsPaperAndStage()
    {
        var lines = (await _workspace.RunAsync("claims", "export")).Lines;

        Assert.Equal(5, lines.Count);
        using var claim = JsonDocument.Parse(lines.Single(line => line.Contains("CIFAR-10", StringComparison.Ordinal)));
        Assert.Equal(
            ["paperId", "title", "publishedAt", "revision", "extractor", "main", "claim"], claim.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal("CIFAR-10", claim.RootElement.GetProperty("claim").GetProperty("names").GetProperty("datasets")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Export_AsCsv_GivesTheClaimsThatFit()
    {
        var output = (await _workspace.RunAsync("claims", "export", "--format", "csv", "--dataset", "CIFAR-10")).Output;

        var rows = output.Split("\r\n");
        Assert.Equal(3, rows.Length);
        Assert.StartsWith("paperId,title,publishedAt,revision,extractor,claimId,type,main,start,end,text,confidence,", rows[0], StringComparison.Ordinal);
        Assert.Contains(",'=Sums in Titles,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",5.5%,5.5,,,%,percent,increase,accuracy,Adder,CIFAR-10,SumNet,", rows[1], StringComparison.Ordinal);
        Assert.Equal("", rows[2]);
    }

    [Fact]
    public async Task PapersShow_NamesTheNumbersAndNamesOfEachClaim()
    {
        var page = await _workspace.RunAsync("papers", "show", PaperId(await _workspace.RunAsync("claims", "search", "--dataset", "SVHN", "--json")));

        Assert.Contains("5.5% (increase, metric accuracy, against Adder, on CIFAR-10, of SumNet)", page.Output, StringComparison.Ordinal);
        Assert.Contains("names SumNet (method)", page.Output, StringComparison.Ordinal);
        Assert.Contains("CIFAR-10 (data set)", page.Output, StringComparison.Ordinal);
    }

    private static string PaperId(Pipeline.Testing.CommandResult result)
        => JsonDocument.Parse(Assert.Single(result.Lines)).RootElement.GetProperty("paperId").GetString()!;
}
