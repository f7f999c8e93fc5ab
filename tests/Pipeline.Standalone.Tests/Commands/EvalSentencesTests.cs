using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class EvalSentencesTests : IDisposable
{
    private const string Gold = """
        {"id":"a","sentences":["Kites fly.","They fall."]}
        {"id":"b","sentences":["Kites fly","and fall."]}
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Sentences_OfAFile_PrintsScoresAndErrorsInContext()
    {
        var file = _workspace.Write("gold.jsonl", Gold);

        var result = await _workspace.RunAsync("eval", "sentences", "--gold", file);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, line => Ends(line, "2", "2", "1.0000", "0.5000", "0.6667"));
        Assert.Contains(result.Lines, line => Ends(line, "missed", "Kites", "fly", "and", "fall.", "b"));
        Assert.False(Directory.Exists(_workspace.Data));
    }

    [Fact]
    public async Task Sentences_AsJson_IsOneObjectAFile()
    {
        var file = _workspace.Write("gold.jsonl", Gold);

        var result = await _workspace.RunAsync("eval", "sentences", "--json", "--errors", "0", "--gold", file, "--gold", file);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Lines.Count);
        using var score = JsonDocument.Parse(result.Lines[0]);
        Assert.Equal(
            ["file", "abstracts", "boundaries", "found", "right", "precision", "recall", "f1", "errors"],
            score.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(0.6667, score.RootElement.GetProperty("f1").GetDouble());
        Assert.Equal(0, score.RootElement.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("{\"sentences\":[\"Kites fly.\"]}\nnonsense", "gold.jsonl: line 2: ")]
    [InlineData("{\"sentences\":null}", "gold.jsonl: line 1: ")]
    public async Task Sentences_OfABadLine_IsOneLineAndExitCode2(string content, string message)
    {
        var result = await _workspace.RunAsync("eval", "sentences", "--gold", _workspace.Write("gold.jsonl", content));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--gold", "no-such-file.jsonl")]
    [InlineData("--errors", "1")]
    [InlineData("--gold", "gold.jsonl", "--errors", "-1")]
    public async Task Sentences_OfWrongUsage_IsExitCode2(params string[] arguments)
        => Assert.Equal(2, (await _workspace.RunAsync(["eval", "sentences", .. arguments])).ExitCode);

    private static bool Ends(string line, params string[] cells)
        => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(cells.Length).SequenceEqual(cells);
}
