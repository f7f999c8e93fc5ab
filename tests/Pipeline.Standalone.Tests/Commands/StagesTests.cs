using System.Text.Json;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class StagesTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Stages_ThatArePaused_AreListedWithReason_AndGoOn()
    {
        var paused = await _workspace.RunAsync("stages", "pause", "claims", "--reason", "a new model");
        var again = await _workspace.RunAsync("stages", "pause", "claims", "--reason", "another");
        var list = await _workspace.RunAsync("stages", "list");
        var json = await _workspace.RunAsync("stages", "list", "--json");
        var resumed = await _workspace.RunAsync("stages", "resume", "all");
        var after = await _workspace.RunAsync("stages", "list", "--json");

        Assert.Equal("Paused claims. Go on with: stages resume claims", Assert.Single(paused.Lines));
        Assert.EndsWith(": a new model.", Assert.Single(again.Lines), StringComparison.Ordinal);
        Assert.Contains(list.Lines, line => line.Contains("claims", StringComparison.Ordinal) && line.Contains("paused", StringComparison.Ordinal) && line.Contains("a new model", StringComparison.Ordinal));
        Assert.Equal(["claims"], PausedIn(json.Lines));
        Assert.Equal(["fetch was not paused.", "parse was not paused.", "claims goes on.", "topics was not paused.", "schedule was not paused.", "deliver was not paused."], resumed.Lines);
        Assert.Empty(PausedIn(after.Lines));
    }

    [Fact]
    public async Task Ingest_WhileAStageIsPaused_BeginsNothingAndSaysHowToGoOn()
    {
        var listing = _workspace.Write("papers.jsonl", """{"title":"A kite","abstract":"We propose KiteNet, a novel kite."}""");
        await _workspace.RunAsync("stages", "pause", "all");

        var refused = await _workspace.RunAsync("ingest", listing);
        await _workspace.RunAsync("stages", "resume", "all");
        var taken = await _workspace.RunAsync("ingest", listing);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("parse is paused since", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was begun. Go on with: stages resume parse", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, taken.ExitCode);
    }

    [Fact]
    public async Task Ingest_WhileDeliveryIsPaused_IsToldOfByTheNextProcess()
    {
        var listing = _workspace.Write("papers.jsonl", """{"title":"A kite","abstract":"We propose KiteNet, a novel kite."}""");
        await _workspace.RunAsync("stages", "pause", "deliver");

        var taken = await _workspace.RunAsync("ingest", listing);
        var untold = await _workspace.RunAsync("changes");
        await _workspace.RunAsync("stages", "resume", "deliver");
        await _workspace.RunAsync("ingest", _workspace.Write("more.jsonl", """{"title":"A boat","abstract":"We propose BoatNet, a novel boat."}"""));

        Assert.Equal((0, ""), (taken.ExitCode, untold.Output));
        Assert.Contains("1 papers are not in the change log yet", taken.Error, StringComparison.Ordinal);
        var told = await _workspace.RunAsync("changes");
        Assert.Equal(2, told.Lines.Count);
        Assert.Contains("A kite", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stage_OfAnotherName_IsRefused() => Assert.Equal(2, (await _workspace.RunAsync("stages", "pause", "claim")).ExitCode);

    private static string[] PausedIn(IReadOnlyList<string> lines)
        => [.. lines.Select(line => JsonDocument.Parse(line).RootElement).Where(stage => stage.GetProperty("paused").GetBoolean()).Select(stage => stage.GetProperty("stage").GetString()!)];
}
