using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Workers that die without warning in the middle of their work.</summary>
public sealed class KilledWorkersTests
{
    private const int Papers = 3000;
    private const int Files = 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_KilledInTheMiddleAndStartedAgain_LoseNothingAndDoubleNothing()
    {
        await using var fleet = await WorkerFleet.StartAsync(Token);
        await using var events = await PublishedEvents.SubscribeAsync(fleet.Name, "paper-enriched", Token);
        await WriteInboxAsync(fleet);

        // Each dies while it has work in hand: the Fetcher between two of its files, the others in the middle of the papers.
        await fleet.FetchInboxAsync(Token);
        await WaitUntilStoredAsync(fleet, 1);
        await RestartAsync(fleet["Pipeline.Fetcher"]);
        var share = 0;
        foreach (var worker in WorkerFleet.WorkerNames.Where(name => name != "Pipeline.Fetcher"))
        {
            share += Papers / 10;
            await WaitUntilStoredAsync(fleet, share);
            await RestartAsync(fleet[worker]);
        }

        await fleet.WaitUntilEnrichedAsync(Papers, Token);
        await events.WaitForAsync(Papers, Token);
        await fleet.StopAllAsync();

        Assert.Equal(Papers, events.All.Select(e => e.Key).Distinct().Count());
        Assert.Equal(Papers, events.DistinctMessages);
        Assert.Equal(Papers, await CountAsync(fleet));
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
    }

    [Fact]
    public async Task Workers_ToldToStop_FinishWhatTheyHaveInHandAndExitCleanly()
    {
        await using var fleet = await WorkerFleet.StartAsync(Token);
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(500, seed: 6), Token);
        await fleet.FetchInboxAsync(Token);
        await WaitUntilStoredAsync(fleet, 100);

        foreach (var worker in WorkerFleet.WorkerNames)
        {
            Assert.Equal(0, await fleet[worker].StopAsync());
            fleet[worker].Start();
        }

        await fleet.WaitUntilEnrichedAsync(500, Token);
    }

    // Many files, so that the Fetcher is still at it when the first papers are stored.
    private static async Task WriteInboxAsync(WorkerFleet fleet)
    {
        for (var file = 0; file < Files; file++)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(fleet.Inbox, $"papers-{file:000}.jsonl"),
                PaperGenerator.JsonLines(Papers / Files, seed: file, first: (file * Papers / Files) + 1),
                Token);
        }
    }

    private static async Task RestartAsync(WorkerProcess worker)
    {
        await worker.KillAsync();
        worker.Start();
    }

    private static Task WaitUntilStoredAsync(WorkerFleet fleet, int papers)
        => Eventually.TrueAsync(
            async () => (await fleet.Papers.SummariseAsync(listingId: null, Token)).Papers >= papers,
            TimeSpan.FromMinutes(2),
            () => $"{papers} papers stored.\n{fleet.Log}",
            Token);

    private static async Task<int> CountAsync(WorkerFleet fleet)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var paper in fleet.Papers.QueryAsync(new PaperQuery(), Token))
        {
            Assert.True(ids.Add(paper.Id), $"{paper.Id} is stored twice.");
            Assert.NotNull(paper.Claims);
            Assert.NotNull(paper.Topics);
        }

        return ids.Count;
    }
}
