using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class EvalLabelsTests : IDisposable
{
    private const string Roles = """{"id":"a","sentences":["We propose a kite.","It flies."],"labels":["other","other"],"confs":[0.7,0.2]}""";
    private const string Main = """{"id":"a","sentences":["Kites are old.","We conclude that kites fly."],"labels":[0,1]}""";
    private const string Offsets = """{"id":"a","part":"train","sentences":[[0,18,"Mc*"],[19,28,"R-"]]}""";
    private const string Texts = """{"id":"a","abstract":"We propose a kite. It flies."}""";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Roles_OfAFile_PrintsMethodsClassesAndErrors()
    {
        var gold = _workspace.Write("gold.jsonl", Roles);

        var result = await _workspace.RunAsync("eval", "roles", "--gold", gold, "--train", gold, "--errors", "1");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, line => line.EndsWith("1 abstracts, 2 sentences; 0 cut otherwise by the splitter", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => Cells(line) is ["majority", "1.0000", "1.0000"]);
        Assert.Contains(result.Lines, line => Cells(line) is ["place", "1.0000", "1.0000"]);
        Assert.Contains(result.Lines, line => Cells(line) is [_, "0", "0", "-", "-", "-"]);
        Assert.Single(result.Lines, line => line.Contains("other → ", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_workspace.Data));
    }

    [Fact]
    public async Task Roles_AsJson_IsOneObjectAFile()
    {
        var gold = _workspace.Write("gold.jsonl", Roles);

        var result = await _workspace.RunAsync("eval", "roles", "--json", "--gold", gold, "--gold", gold);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Lines.Count);
        using var line = JsonDocument.Parse(result.Lines[0]);
        Assert.Equal(["file", "abstracts", "sentences", "cutOtherwise", "roles", "sureSentences", "sureAccuracy"], Names(line.RootElement));
        Assert.Equal(
            ["methods", "baselinesFrom", "classes", "confusion", "calibrationError", "calibration", "errors"], Names(line.RootElement.GetProperty("roles")));
        Assert.Equal("gold", line.RootElement.GetProperty("roles").GetProperty("baselinesFrom").GetString());
        Assert.Equal(1, line.RootElement.GetProperty("sureSentences").GetInt32());
        Assert.Equal(15, line.RootElement.GetProperty("roles").GetProperty("calibration").GetArrayLength());
    }

    [Fact]
    public async Task Claims_OfMainClaims_PrintsThemWithBaselines()
    {
        var result = await _workspace.RunAsync("eval", "claims", "--gold", _workspace.Write("gold.jsonl", Main));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, line => Cells(line) is ["all", "0.5000", "1.0000", "0.6667", "0.5000"]);
        Assert.DoesNotContain(result.Lines, line => line.Contains("types", StringComparison.Ordinal) || Cells(line) is ["place", ..]);
    }

    [Theory]
    [InlineData("train", 1)]
    [InlineData("dev", 0)]
    public async Task Claims_OfOffsets_JoinsTextsOfThePart(string part, int abstracts)
    {
        var result = await _workspace.RunAsync(
            "eval", "claims", "--json", "--part", part, "--gold", _workspace.Write("gold.jsonl", Offsets), "--texts", _workspace.Write("texts.jsonl", Texts));

        Assert.Equal(0, result.ExitCode);
        using var line = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Equal(
            ["file", "abstracts", "sentences", "cutOtherwise", "claims", "types", "typeRightOfFound", "typeRightOfAll", "mainClaims"], Names(line.RootElement));
        Assert.Equal(abstracts, line.RootElement.GetProperty("abstracts").GetInt32());
        Assert.Equal(abstracts == 0, line.RootElement.GetProperty("types").ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData("roles", Roles + "\nnonsense", "gold.jsonl: line 2: ")]
    [InlineData("roles", Main, "gold.jsonl: a: ")]
    [InlineData("claims", Roles, "gold.jsonl: a: ")]
    [InlineData("claims", """{"id":"b","sentences":[[0,18,"Mc*"]]}""", "gold.jsonl: b: ")]
    public async Task Eval_OfBadLabels_IsOneLineAndExitCode2(string verb, string content, string message)
    {
        var result = await _workspace.RunAsync("eval", verb, "--gold", _workspace.Write("gold.jsonl", content));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("roles", "--gold", "no-such-file.jsonl")]
    [InlineData("claims", "--gold", "no-such-file.jsonl", "--part", "test")]
    [InlineData("claims", "--gold", "no-such-file.jsonl", "--errors", "-1")]
    public async Task Eval_OfWrongUsage_IsExitCode2(params string[] arguments)
        => Assert.Equal(2, (await _workspace.RunAsync(["eval", .. arguments])).ExitCode);

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
