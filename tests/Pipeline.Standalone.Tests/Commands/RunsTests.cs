using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>Runs that are stopped, killed and gone on with.</summary>
public sealed class RunsTests(IngestedSamples samples)
{
    [Fact]
    public async Task ProcessThatIsKilled_LeavesARunThatGoesOnWhereItWas()
    {
        using var papers = await OutdatedPapers.ManyAsync(300);
        await using (var running = papers.Workspace.Start("reprocess", "--from", "claims"))
        {
            await running.UntilAsync(() => papers.DoneBy(OutdatedPapers.Current).Count > 0);
            await running.KillAsync();
        }

        var id = Assert.Single(await papers.RunIdsAsync());
        Assert.Equal("running", (await papers.ShowAsync(id)).GetProperty("state").GetString());

        var result = await papers.Workspace.RunAsync("runs", "resume", id);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("300 of 300: 100 changed, 200 unchanged, 0 overtaken, 0 failed", result.Output, StringComparison.Ordinal);
        Assert.Equal(300, papers.DoneBy(OutdatedPapers.Current).Count);
    }

    [Fact]
    public async Task RunThatIsPaused_EndsItsCommand_AndGoesOnWhenResumed()
    {
        using var papers = await OutdatedPapers.ManyAsync(300, inFlight: 2);
        await using var running = papers.Workspace.Start("reprocess", "--from", "claims");
        await running.UntilAsync(() => papers.DoneBy(OutdatedPapers.Current).Count > 0);
        var id = Assert.Single(await papers.RunIdsAsync());

        Assert.Contains($"{id}: paused", (await papers.Workspace.RunAsync("runs", "pause", id)).Output, StringComparison.Ordinal);
        await running.UntilAsync(() => running.Output.Contains($"{id}, paused", StringComparison.Ordinal));
        papers.InFlight = 200;
        var result = await papers.Workspace.RunAsync("runs", "resume", id);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("300 of 300: 100 changed, 200 unchanged", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatIsCancelled_StaysSo()
    {
        using var papers = await OutdatedPapers.SamplesAsync(samples);
        await papers.Workspace.RunAsync("reprocess", "--from", "topics");
        papers.Execute("UPDATE reprocess_runs SET running = 1, json = json_set(json, '$.state', 'running')");
        var id = Assert.Single(await papers.RunIdsAsync());

        Assert.Contains($"{id}: cancelled", (await papers.Workspace.RunAsync("runs", "cancel", id)).Output, StringComparison.Ordinal);
        Assert.Contains($"{id}: cancelled", (await papers.Workspace.RunAsync("runs", "resume", id)).Output, StringComparison.Ordinal);
        Assert.Contains("cancelled", (await papers.Workspace.RunAsync("runs", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatIsNotThere_IsNamed()
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync("runs", "show", "6f1f3a5e-0c4b-5d6a-9a3f-2b7c8d9e0f11");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("6f1f3a5e-0c4b-5d6a-9a3f-2b7c8d9e0f11: no run has this id", result.Problems[0], StringComparison.Ordinal);
    }
}
