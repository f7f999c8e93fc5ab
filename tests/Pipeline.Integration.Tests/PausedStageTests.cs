using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>A stage that a person pauses from the command line while separate workers are at it.</summary>
public sealed class PausedStageTests
{
    private const int Papers = 300;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PausedStage_TakesNothing_WhileOthersGoOn_AndDoesEverythingWhenItIsResumed()
    {
        await using var fleet = await WorkerFleet.StartAsync(Token);
        Assert.Equal(0, await RunAsync(fleet, "stages", "pause", "claims"));
        await fleet.UntilConsumersAsync("extract-claims", 0, Token);
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(Papers, seed: 3), Token);
        await fleet.FetchInboxAsync(Token);

        await Eventually.TrueAsync(async () => (await CountAsync(fleet)).Topics == Papers, TimeSpan.FromMinutes(2), () => $"topics of all papers.\n{fleet.Log}", Token);
        Assert.Equal(0, (await CountAsync(fleet)).Claims);

        // Dead while it is paused: it comes back paused.
        await fleet["Pipeline.ClaimExtractor"].KillAsync();
        fleet["Pipeline.ClaimExtractor"].Start();
        Assert.Equal(0, await RunAsync(fleet, "stages", "resume", "all"));

        await fleet.WaitUntilEnrichedAsync(Papers, Token);
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
    }

    private static async Task<int> RunAsync(WorkerFleet fleet, params string[] arguments)
        => (await CommandLine.RunAsync(arguments, input: null, fleet.Settings, Token)).ExitCode;

    private static async Task<(int Claims, int Topics)> CountAsync(WorkerFleet fleet)
    {
        var (claims, topics) = (0, 0);
        await foreach (var paper in fleet.Papers.QueryAsync(new PaperQuery(), Token))
        {
            claims += paper.Claims is null ? 0 : 1;
            topics += paper.Topics is null ? 0 : 1;
        }

        return (claims, topics);
    }
}
