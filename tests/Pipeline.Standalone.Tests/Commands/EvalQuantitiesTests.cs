using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class EvalQuantitiesTests : IDisposable
{
    // The second label is no number, so it is missed.
    private const string Gold = """
        {"id":"a","abstract":"Our kite improves accuracy by 4.5% over old kites.","quantities":[{"start":30,"end":34,"values":[4.5],"unit":"%","direction":"increase","metric":"accuracy","baseline":"old kites"},{"start":0,"end":3,"values":[1]}]}
        """;

    private const string Labels = """
        {"id":"a","quantities":[{"start":30,"end":34,"values":[4.5],"unit":"%","direction":"increase"}]}
        """;

    private const string Texts = """
        {"id":"a","abstract":"Our kite improves accuracy by 4.5% over old kites."}
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Quantities_OfAFile_PrintsScoresAndErrorsInContext()
    {
        var result = await _workspace.RunAsync("eval", "quantities", "--errors", "5", "--gold", _workspace.Write("gold.jsonl", Gold));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("1 texts", result.Lines[0]);
        Assert.Contains(result.Lines, line => Cells(line) is ["strict", "2", "1", "1", "1.000", "0.500", "0.667"]);
        Assert.Contains(result.Lines, line => line.StartsWith("calibration error 0.0", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => line.StartsWith("missed  a  [Our] kite", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_workspace.Data));
    }

    [Fact]
    public async Task Quantities_WithKinds_AreScoredByKind()
    {
        var gold = _workspace.Write("kinds.jsonl", Gold.Replace("\"unit\":\"%\"", "\"unit\":\"%\",\"kind\":\"percent\"", StringComparison.Ordinal));

        var result = await _workspace.RunAsync("eval", "quantities", "--gold", gold);

        Assert.Contains(result.Lines, line => Cells(line) is ["percent", "1", "1", "1.000", "1.000", "1.000", "1.000", "1.000", "1.000"]);
    }

    [Fact]
    public async Task Quantities_WithoutKinds_TellOnlyHowManyFoundOnesAreRight()
    {
        var result = await _workspace.RunAsync("eval", "quantities", "--gold", _workspace.Write("gold.jsonl", Gold));

        Assert.Contains(result.Lines, line => Cells(line) is ["percent", "0", "1", "1.000", "-", "-", "1.000", "-", "-"]);
    }

    [Fact]
    public async Task Quantities_AsJson_IsOneObjectOfAllFields()
    {
        var result = await _workspace.RunAsync("eval", "quantities", "--json", "--gold", _workspace.Write("gold.jsonl", Gold));

        Assert.Equal(0, result.ExitCode);
        using var scores = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Equal(1, scores.RootElement.GetProperty("metric").GetProperty("right").GetInt32());
        Assert.Equal(1, scores.RootElement.GetProperty("baseline").GetProperty("right").GetInt32());
        Assert.Equal(2, scores.RootElement.GetProperty("overlap").GetProperty("gold").GetInt32());
    }

    [Fact]
    public async Task Quantities_WithTextsInAnotherFile_AreReadFromThere()
    {
        var result = await _workspace.RunAsync(
            "eval", "quantities", "--gold", _workspace.Write("labels.jsonl", Labels), "--texts", _workspace.Write("texts.jsonl", Texts));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, line => Cells(line) is ["overlap", "1", "1", "1", ..]);
    }

    [Fact]
    public async Task Quantities_OfBothHalves_AreAllTexts()
    {
        var file = _workspace.Write("gold.jsonl", Gold);
        var counts = new List<string>();
        foreach (var half in new[] { "Train", "Dev" })
        {
            counts.Add((await _workspace.RunAsync("eval", "quantities", "--half", half, "--gold", file)).Lines[0]);
        }

        Assert.Equal(["0 texts", "1 texts"], counts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nonsense", "gold.jsonl")]
    [InlineData("{\"id\":\"a\",\"quantities\":[]}", "no text for a")]
    [InlineData("{\"id\":\"a\",\"abstract\":\"abc\",\"quantities\":[{\"start\":1,\"end\":9}]}", "a span of a lies outside its text")]
    public async Task Quantities_OfABadLine_IsOneLineAndExitCode2(string content, string message)
    {
        var result = await _workspace.RunAsync("eval", "quantities", "--gold", _workspace.Write("gold.jsonl", content));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--gold", "no-such-file.jsonl")]
    [InlineData("--errors", "1")]
    [InlineData("--gold", "gold.jsonl", "--half", "third")]
    public async Task Quantities_OfWrongUsage_IsExitCode2(params string[] arguments)
        => Assert.Equal(2, (await _workspace.RunAsync(["eval", "quantities", .. arguments])).ExitCode);

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
