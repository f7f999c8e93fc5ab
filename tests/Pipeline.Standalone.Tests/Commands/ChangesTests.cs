using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class ChangesTests(IngestedSamples samples)
{
    [Fact]
    public async Task Changes_AfterAnIngest_ShowEveryPaperOnce()
    {
        using var workspace = new Workspace();
        await samples.CopyToAsync(workspace);

        var shown = await workspace.RunAsync("changes");

        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Equal(12, shown.Lines.Count);
        Assert.All(shown.Lines, line => Assert.Contains("  enriched   arxiv:", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_ByPage_GoOnWhereTheLastOneEnded()
    {
        using var workspace = new Workspace();
        await samples.CopyToAsync(workspace);

        var first = await workspace.RunAsync("changes", "--json", "--limit", "5");
        var rest = await workspace.RunAsync("changes", "--json", "--after", "5");

        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n:D19}"), first.Lines.Concat(rest.Lines).Select(SequenceOf));
    }

    [Fact]
    public async Task Changes_ByTopicAndSource_ShowThose()
    {
        using var workspace = new Workspace();
        await samples.CopyToAsync(workspace);
        var all = (await workspace.RunAsync("changes", "--json")).Lines;
        var topic = TopicsOf(all[0])[0];
        var source = Data(all[0]).GetProperty("sources")[0].GetString()!;

        var ofTopic = await workspace.RunAsync("changes", "--json", "--topic", topic);
        var ofSource = await workspace.RunAsync("changes", "--json", "--source", source);
        var ofNone = await workspace.RunAsync("changes", "--source", "elsewhere");

        Assert.Equal(all.Where(line => TopicsOf(line).Contains(topic)), ofTopic.Lines);
        Assert.Equal(all, ofSource.Lines);
        Assert.Equal((0, ""), (ofNone.ExitCode, ofNone.Output));
    }

    [Theory]
    [InlineData("--after", "-1")]
    [InlineData("--topic", "no such topic")]
    [InlineData("--limit", "0")]
    public async Task Changes_AskedForWrongly_AreRefused(string option, string value)
    {
        using var workspace = new Workspace();

        var refused = await workspace.RunAsync("changes", option, value);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(option, refused.Error, StringComparison.Ordinal);
    }

    private static string? SequenceOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("sequence").GetString();
    }

    private static JsonElement Data(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("data").Clone();
    }

    private static List<string> TopicsOf(string line) => [.. Data(line).GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("id").GetString()!)];
}
