using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class ReadBackTests : IAsyncLifetime
{
    private readonly Workspace _workspace = new();

    public async ValueTask InitializeAsync() => await _workspace.RunAsync("ingest", Samples.Json);

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task PapersShow_MarksTheEvidenceOfEachClaimInTheAbstract()
    {
        var id = JsonDocument.Parse((await _workspace.RunAsync("papers", "list", "--json", "--limit", "1")).Lines[0])
            .RootElement.GetProperty("id").GetString()!;

        var page = await _workspace.RunAsync("papers", "show", id["arxiv:".Length..]);

        Assert.Equal(0, page.ExitCode);
        Assert.Contains(id, page.Output, StringComparison.Ordinal);
        Assert.Contains("» [1]", page.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Claims ", page.Output, StringComparison.Ordinal);
        Assert.Contains("Topics ", page.Output, StringComparison.Ordinal);
        Assert.Contains("Sources 1", page.Output, StringComparison.Ordinal);
        Assert.Matches(@"\(index, [0-9]{4}-[0-9]{2}-[0-9]{2}\): .*title", page.Output.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task PapersShow_OfAnUnknownPaper_SaysSo()
    {
        var page = await _workspace.RunAsync("papers", "show", "9999.99999");

        Assert.Equal(1, page.ExitCode);
        Assert.Contains("no paper has this key", page.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PapersSearch_FindsByWordsOfTheTitle_AndNothingByWordsThatNoPaperHas()
    {
        using var paper = JsonDocument.Parse((await _workspace.RunAsync("papers", "list", "--json", "--limit", "1")).Lines[0]);
        var title = paper.RootElement.GetProperty("title").GetString()!;

        var found = await _workspace.RunAsync("papers", "search", title, "--json");
        var nothing = await _workspace.RunAsync("papers", "search", "xyzzyplugh");

        Assert.Contains(found.Lines, line => line.Contains(paper.RootElement.GetProperty("id").GetString()!, StringComparison.Ordinal));
        Assert.Contains("No papers.", nothing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClaimsSearch_ByType_GivesOnlyClaimsOfThatType()
    {
        var claims = await _workspace.RunAsync("claims", "search", "--type", "contribution", "--json");

        Assert.NotEmpty(claims.Lines);
        Assert.All(claims.Lines, line => Assert.Contains("\"type\":\"contribution\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_WithALimit_PrintsNoMore()
        => Assert.Equal(2, (await _workspace.RunAsync("papers", "list", "--json", "--limit", "2")).Lines.Count);
}
