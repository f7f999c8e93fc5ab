using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Workers that die without warning in the middle of their work.</summary>
public sealed class KilledWorkersTests
{
    private const int Papers = 3000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_KilledInTheMiddleAndStartedAgain_LoseNothingAndDoubleNothing()
    {
        await using var fleet = await WorkerFleet.StartAsync(Token);
        await using var events = await EnrichedEvents.SubscribeAsync(fleet.Name, Token);
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(Papers, seed: 5), Token);

        await fleet.FetchInboxAsync(Token);
        var share = 0;
        foreach (var worker in WorkerFleet.WorkerNames)
        {
            // Each dies after another tenth of the papers, so that it dies at work.
            share += Papers / 10;
            await WaitUntilStoredAsync(fleet, share);
            await fleet[worker].KillAsync();
            fleet[worker].Start();
        }

        await fleet.WaitUntilEnrichedAsync(Papers, Token);
        await events.WaitForAsync(Papers, Token);

        var announced = events.All.Select(e => e.PaperId).Distinct().Count();
        Assert.Equal(Papers, announced);
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
