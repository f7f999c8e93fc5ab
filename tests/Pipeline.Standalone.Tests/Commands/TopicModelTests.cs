using System.Text.Json;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary><c>train topics</c>, <c>eval topics</c> and <c>try topics</c>.</summary>
public sealed class TopicModelTests : IDisposable
{
    private static readonly string Papers = string.Join('\n', Enumerable.Range(0, 40).Select(i => i % 2 == 0
        ? $$"""{"id":"p{{i}}","title":"On pixels","abstract":"The image of a camera has many pixels, and each image is sharp.","labels":["cs.CV"]}"""
        : $$"""{"id":"p{{i}}","title":"On words","abstract":"The sentence of a text has many words, and each sentence is long.","labels":["cs.CL"]}"""));

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Train_OfOwnPapers_WritesAModelThatEvalUses()
    {
        var gold = _workspace.Write("own.jsonl", Papers);
        var model = gold + ".model";

        var trained = await RunAsync("train", "topics", "--labelled", gold, "--output", model);
        var measured = await _workspace.RunAsync("eval", "topics", "--gold", gold, "--model", model, "--json");

        Assert.Equal((0, 0), (trained.ExitCode, measured.ExitCode));
        using var line = JsonDocument.Parse(Assert.Single(measured.Lines));
        Assert.Equal(40, line.RootElement.GetProperty("papers").GetInt32());
        Assert.Equal(1, line.RootElement.GetProperty("microF1").GetDouble());
        Assert.Equal(["cs.CL", "cs.CV"], line.RootElement.GetProperty("labels").EnumerateArray().Select(label => label.GetProperty("label").GetString()!).Order());
    }

    [Fact]
    public async Task Eval_WithTheBuiltInModel_PrintsTables()
    {
        var result = await _workspace.RunAsync("eval", "topics", "--gold", _workspace.Write("gold.jsonl", Papers), "--errors", "1");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, line => line.StartsWith("gold.jsonl: 40 papers by topics/3.", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => line.Contains("cs.CV", StringComparison.Ordinal) && line.Contains(" 20 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("train", "topics")]
    [InlineData("train", "topics", "--labelled", "x.jsonl")]
    [InlineData("train", "topics", "--data", "x", "--labelled", "x.jsonl", "--output", "y")]
    [InlineData("train", "topics", "--labelled", "no-such-file.jsonl", "--output", "no-such-folder/y")]
    [InlineData("eval", "topics", "--gold", "no-such-file.jsonl")]
    [InlineData("try", "topics", "--taxonomy", "garden")]
    public async Task WrongUsage_IsExitCode2(params string[] arguments)
        => Assert.Equal(2, (await RunAsync(arguments)).ExitCode);

    [Theory]
    [InlineData("gold.jsonl", """{"id":"a","title":"T","abstract":"A.","labels":["cs.XX"]}""", "no topic 'cs.XX'")]
    [InlineData("gold.jsonl", """{"id":"a","title":"T","abstract":"A."}""", "neither labels nor level1")]
    public async Task Eval_OfBadLabels_IsOneLineAndExitCode2(string name, string content, string message)
    {
        var result = await _workspace.RunAsync("eval", "topics", "--gold", _workspace.Write(name, content));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_WithABrokenModel_SaysHowToMakeItAgain()
    {
        var gold = _workspace.Write("gold.jsonl", Papers);

        var result = await _workspace.RunAsync("eval", "topics", "--gold", gold, "--model", gold);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("no model of topics. Make it again with 'pipeline train topics'", result.Error, StringComparison.Ordinal);
    }

    // Here --data is a folder to learn from, not the store.
    private static Task<CommandResult> RunAsync(params string[] arguments)
        => CommandLine.RunAsync(arguments, null, new Dictionary<string, string>(), TestContext.Current.CancellationToken);
}
