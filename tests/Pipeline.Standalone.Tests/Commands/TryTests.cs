using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class TryTests : IDisposable
{
    private const string Paper = """{"id":"p1","title":"Sparse attention for text","abstract":"We propose a sparse attention. It is 3 times faster than dense attention on GLUE."}""";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Parse_OfTheSample_GivesOnePaperALine_AndLeavesNoStoreBehind()
    {
        var result = await _workspace.RunAsync("try", "parse", Samples.Text);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"{result.Lines.Count} papers as text-capture, 0 problems", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace.Data));
    }

    [Fact]
    public async Task Claims_OfOneLine_HasTheFormOfTheSpecification()
    {
        var result = await _workspace.RunAsync(Paper, ["try", "claims"]);

        Assert.Equal(0, result.ExitCode);
        using var output = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Equal(
            ["id", "extractor", "sentences", "claims", "quantities", "names", "urls"],
            output.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("p1", output.RootElement.GetProperty("id").GetString());
        Assert.Equal(
            ["start", "end", "role", "roleScore", "claim", "claimScore", "mainClaim", "mainClaimScore", "claimType"],
            output.RootElement.GetProperty("sentences")[0].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Claims_OfPreSplitSentences_FollowsThemOneToOne()
    {
        const string Split = """{"id":"p2","sentences":["We ask, e.g. this.","We find that. it helps"]}""";

        var result = await _workspace.RunAsync(Split, ["try", "claims"]);

        using var output = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Equal(
            [(0, 18), (19, 41)],
            output.RootElement.GetProperty("sentences").EnumerateArray().Select(s => (s.GetProperty("start").GetInt32(), s.GetProperty("end").GetInt32())));
    }

    [Fact]
    public async Task Topics_OfOneLine_HasTheFormOfTheSpecification()
    {
        var result = await _workspace.RunAsync(Paper, ["try", "topics"]);

        Assert.Equal(0, result.ExitCode);
        using var output = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Equal(["id", "classifier", "abstained", "topics", "keyphrases"], output.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["name", "version", "taxonomy"], output.RootElement.GetProperty("classifier").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            """{"start":0,"end":16,"text":"Sparse attention","in":"title","score":0.6773}""",
            output.RootElement.GetProperty("keyphrases")[0].GetRawText());
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("topics")]
    public async Task BadLine_IsNamed_AndTheOthersAreAnswered(string stage)
    {
        var result = await _workspace.RunAsync($"{Paper}\nnot json\n{{\"id\":\"x\"}}\n{Paper}\n", ["try", stage]);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(2, result.Lines.Count);
        Assert.Contains("line 2: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("line 3: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameInput_GivesTheSameBytes()
        => Assert.Equal(
            (await _workspace.RunAsync(Paper, ["try", "claims"])).Output,
            (await _workspace.RunAsync(Paper, ["try", "claims"])).Output);
}
