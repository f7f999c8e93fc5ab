using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>One paper that three listings name by title, by arXiv id and by DOI, each in its own spelling.</summary>
public sealed class ThreeSourcesTests : IDisposable
{
    private const string ByTitle = """{"title":"Schr\u00f6dinger Bridges for $\\alpha$-Stable Noise","abstract":"We propose a bridge. It is short.","upvotes":3}""";
    private const string ByArxiv = """{"id":"2409.70001v2","title":"Schr{\\\"o}dinger bridges for \u03b1-stable noise","abstract":"We propose a bridge. It is long.","authors":["Ada Wet"]}""";
    private const string ByDoi = """{"doi":"https://doi.org/10.1000/XYZ","arxiv_id":"10.48550/arXiv.2409.70001","title":"A Bridge","abstract":"We propose a bridge. It is wide."}""";

    private static readonly string[] Listings = [ByTitle, ByArxiv, ByDoi];

    private readonly Workspace _workspace = new();

    [Theory]
    [InlineData("012")]
    [InlineData("120")]
    [InlineData("210")]
    public async Task ListingsOfOnePaper_InAnyOrder_AreOnePaperWithAllKeysAndSightings(string order)
    {
        foreach (var listing in order.Select(digit => digit - '0'))
        {
            var ingested = await _workspace.RunAsync("ingest", _workspace.Write($"{listing}.jsonl", Listings[listing] + "\n"));
            Assert.Equal(0, ingested.ExitCode);
        }

        using var paper = JsonDocument.Parse(Assert.Single((await _workspace.RunAsync("papers", "export")).Lines));
        var root = paper.RootElement;
        Assert.Equal("arxiv:2409.70001", root.GetProperty("id").GetString());
        Assert.Equal(["arxiv:2409.70001", "doi:10.1000/xyz"], root.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()).Take(2));
        Assert.Equal((3, "Ada Wet"), (root.GetProperty("upvotes").GetInt32(), root.GetProperty("authors")[0].GetString()));
        Assert.False(root.GetProperty("pending").GetBoolean());
        Assert.NotEmpty(root.GetProperty("provenance").EnumerateArray());

        foreach (var key in new[] { "10.1000/xyz", "https://doi.org/10.48550/arXiv.2409.70001" })
        {
            Assert.Contains("Sources 3", (await _workspace.RunAsync("papers", "show", key)).Output, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _workspace.Dispose();
}
