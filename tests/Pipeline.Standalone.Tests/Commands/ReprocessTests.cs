using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>What <c>reprocess</c> does to the store, and says of it.</summary>
public sealed class ReprocessTests(IngestedSamples samples)
{
    [Fact]
    public async Task PapersOfAnOlderVersion_AreDoneAgain_TheDiffIsShownAndKept_AndTheNextRunFindsNothing()
    {
        using var papers = await OutdatedPapers.SamplesAsync(samples);

        var result = await papers.Workspace.RunAsync("reprocess", "--from", "claims", "--older-than", OutdatedPapers.Current);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("12 of 12: 1 changed, 11 unchanged, 0 overtaken, 0 failed", result.Output, StringComparison.Ordinal);
        Assert.Contains(OutdatedPapers.First, result.Output, StringComparison.Ordinal);
        Assert.Equal(12, papers.DoneBy(OutdatedPapers.Current).Count);
        Assert.Contains("0 of 0:", (await papers.Workspace.RunAsync("reprocess", "--from", "claims", "--outdated")).Output, StringComparison.Ordinal);

        var kept = await papers.ShowAsync((await papers.RunIdsAsync())[1]);
        var counts = kept.GetProperty("diff").GetProperty("counts")[0];
        Assert.Equal((1, 0, 0), (counts.GetProperty("added").GetInt32(), counts.GetProperty("removed").GetInt32(), counts.GetProperty("changed").GetInt32()));
        Assert.Equal("done", kept.GetProperty("state").GetString());
    }

    [Fact]
    public async Task OnlyThePaperThatChanged_IsCompletedAnew()
    {
        using var papers = await OutdatedPapers.SamplesAsync(samples);

        await papers.Workspace.RunAsync("reprocess", "--from", "claims");

        Assert.Equal([OutdatedPapers.First], papers.CompletedAnew());
        Assert.Equal(12, papers.DoneBy(OutdatedPapers.Current).Count);
    }

    [Fact]
    public async Task Shadow_ShowsWhatWouldChange_AndWritesNothing()
    {
        using var papers = await OutdatedPapers.SamplesAsync(samples);
        var before = await papers.ClaimsAsync();

        var result = await papers.Workspace.RunAsync("reprocess", "--from", "claims", "--shadow");

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("compared only", result.Output, StringComparison.Ordinal);
        Assert.Contains("12 of 12: 1 changed, 11 unchanged", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await papers.ClaimsAsync());
        Assert.Equal(12, papers.DoneBy("claims/2").Count);
    }

    [Fact]
    public async Task TwoRunsOverOneSelectionAtOnce_LeaveEachPaperDoneOnce_AndBothEnd()
    {
        const int count = 300;
        using var papers = await OutdatedPapers.ManyAsync(count);

        var results = await Task.WhenAll(
            papers.Workspace.RunAsync("reprocess", "--from", "claims"), papers.Workspace.RunAsync("reprocess", "--from", "claims", "--outdated"));

        Assert.All(results, result => Assert.Equal(("", 0), (result.Error, result.ExitCode)));
        Assert.All(results, result => Assert.Contains("0 overtaken, 0 failed", result.Output, StringComparison.Ordinal));
        Assert.Equal(count, papers.DoneBy(OutdatedPapers.Current).Count);
        Assert.Equal(count / 3, papers.CompletedAnew().Count);
        foreach (var id in await papers.RunIdsAsync())
        {
            var counts = (await papers.ShowAsync(id)).GetProperty("counts");
            var (changed, unchanged) = (counts.GetProperty("changed").GetInt32(), counts.GetProperty("unchanged").GetInt32());
            Assert.Equal((counts.GetProperty("total").GetInt32(), true), (changed + unchanged, changed <= count / 3));
        }
    }

    [Fact]
    public async Task FromParse_ReadsTheArchiveAgain()
    {
        using var workspace = new Workspace();
        await samples.CopyToAsync(workspace);

        Assert.Contains("Nothing changed", (await workspace.RunAsync("reprocess", "--from", "parse")).Output, StringComparison.Ordinal);
    }
}
