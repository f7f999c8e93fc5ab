using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class EvalKeyphrasesTests : IDisposable
{
    private const string Gold = """
        {"id":"a","sentences":[{"tokens":["The","tethered","kites","have","a","long","tail","."],"entities":[[1,2,"Task"]]}]}
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Keyphrases_OfAFile_StandBesideTheOrderOfTheText()
    {
        var result = await _workspace.RunAsync("eval", "keyphrases", "--gold", _workspace.Write("gold.jsonl", Gold));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("1 abstracts", result.Lines[0]);
        Assert.Matches(@"keyphrases +P at 5 +R at 5 +P at 10 +R at 10", result.Output);
        Assert.Matches(@"stage +0\.\d{3} +1\.000", result.Output);
        Assert.Matches(@"in order +0\.\d{3} +1\.000", result.Output);
    }

    [Fact]
    public async Task Keyphrases_AsJson_AreOneObject()
    {
        var result = await _workspace.RunAsync("eval", "keyphrases", "--json", "--gold", _workspace.Write("gold.jsonl", Gold));

        using var scores = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Equal(1, scores.RootElement.GetProperty("stage")[0].GetProperty("right").GetInt32());
    }

    [Fact]
    public async Task Keyphrases_OfAMissingFile_AreRefusedByName()
    {
        var result = await _workspace.RunAsync("eval", "keyphrases", "--gold", _workspace.PathOf("none.jsonl"));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("none.jsonl", result.Error, StringComparison.Ordinal);
    }
}
