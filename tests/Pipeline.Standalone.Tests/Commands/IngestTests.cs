using System.Text.Json;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class IngestTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Sample_IsEnrichedAndShownAsATable_WithWhereTheDataIsAndWhatToTryNext()
    {
        var result = await _workspace.RunAsync("ingest", Samples.Text);

        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("new, 0 changed, 0 unchanged", result.Output, StringComparison.Ordinal);
        Assert.Contains("Failures  none", result.Output, StringComparison.Ordinal);
        Assert.Contains(_workspace.Data, result.Output.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.Contains("Next: papers show", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daily-papers.txt")]
    [InlineData("daily-papers.json")]
    public async Task Sample_AsJson_IsOneEnrichedPaperALine_WhoseQuotesAreSlicesOfTheirAbstracts(string sample)
    {
        var result = await _workspace.RunAsync("ingest", Path.Combine(Path.GetDirectoryName(Samples.Text)!, sample), "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.InRange(result.Lines.Count, 10, 15);
        foreach (var line in result.Lines)
        {
            using var paper = JsonDocument.Parse(line);
            AssertEvidence(paper.RootElement);
        }
    }

    [Fact]
    public async Task SameFile_IngestedASecondTime_ChangesNothingAndSaysSo()
    {
        await _workspace.RunAsync("ingest", Samples.Text);
        var before = await _workspace.RunAsync("papers", "export");

        var second = await _workspace.RunAsync("ingest", Samples.Text);

        Assert.Equal(0, second.ExitCode);
        Assert.Contains("nothing changed, nothing published", second.Output, StringComparison.Ordinal);
        Assert.Equal(before.Output, (await _workspace.RunAsync("papers", "export")).Output);
    }

    [Fact]
    public async Task OwnExport_IngestedElsewhere_GivesTheSamePapers()
    {
        await _workspace.RunAsync("ingest", Samples.Json);
        var export = await _workspace.RunAsync("papers", "export");
        using var elsewhere = new Workspace();

        var result = await elsewhere.RunAsync(export.Output, ["ingest", "-", "--json"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(export.Lines.Select(IdAndRevision).Order(), result.Lines.Select(IdAndRevision).Order());
    }

    [Fact]
    public async Task RealDailyPapersPage_GivesExactlyItsPapers_ByteEqualToItsLines()
    {
        var page = RepositoryFiles.FindShared("data/daily-papers.txt");
        Assert.SkipWhen(page is null, "The shared data folder does not exist beside this checkout.");
        var lines = (await File.ReadAllLinesAsync(page, TestContext.Current.CancellationToken)).ToHashSet(StringComparer.Ordinal);

        var result = await _workspace.RunAsync("ingest", page, "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(67, result.Lines.Count);
        foreach (var line in result.Lines)
        {
            using var paper = JsonDocument.Parse(line);
            Assert.Contains(paper.RootElement.GetProperty("title").GetString()!, lines);
            Assert.Contains(paper.RootElement.GetProperty("abstract").GetString()!, lines);
            Assert.NotEmpty(paper.RootElement.GetProperty("claims").EnumerateArray());
            AssertEvidence(paper.RootElement);
        }
    }

    private static void AssertEvidence(JsonElement paper)
    {
        var text = paper.GetProperty("abstract").GetString()!;
        Assert.False(paper.GetProperty("pending").GetBoolean());
        Assert.Equal(["claims", "topics"], paper.GetProperty("stages").EnumerateObject().Select(stage => stage.Name));
        foreach (var quote in paper.GetProperty("claims").EnumerateArray().Concat(paper.GetProperty("quantities").EnumerateArray()))
        {
            Assert.Equal(quote.GetProperty("text").GetString(), text[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()]);
        }
    }

    private static (string?, string?) IdAndRevision(string line)
    {
        using var paper = JsonDocument.Parse(line);
        return (paper.RootElement.GetProperty("id").GetString(), paper.RootElement.GetProperty("revision").GetString());
    }
}
