using System.Diagnostics;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Every worker is told to stop and started again, one after the other, while papers flow: what an update does.</summary>
public sealed class RollingRestartTests
{
    private const int Papers = 1500;
    private const int Files = 30;

    private static readonly string[] Pairs = ["Pipeline.Parser", "Pipeline.ClaimExtractor", "Pipeline.TopicClassifier"];

    // What a worker's host gives itself, and a second for the process to end.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(46);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_RestartedOneAfterTheOther_EndInTime_AndTheFlowGoesOn()
    {
        var plan = new FleetPlan { Replicas = Pairs.ToDictionary(name => name, _ => 2) };
        await using var fleet = await WorkerFleet.StartAsync(plan, Token);
        await using var events = await PublishedEvents.SubscribeAsync(fleet.Name, "paper-enriched", Token);
        for (var file = 0; file < Files; file++)
        {
            var papers = PaperGenerator.JsonLines(Papers / Files, seed: file, first: (file * Papers / Files) + 1);
            await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, $"papers-{file:000}.jsonl"), papers, Token);
        }

        await fleet.FetchInboxAsync(Token);
        await UntilMovedOnFromAsync(fleet, 0);
        foreach (var worker in fleet.Workers)
        {
            var before = await EnrichedAsync(fleet);
            var watch = Stopwatch.StartNew();
            Assert.Equal(0, await worker.StopAsync());
            Assert.True(watch.Elapsed < StopTimeout, $"{worker.Name} took {watch.Elapsed} to stop.");

            // Its replica goes on alone before it comes back.
            if (Pairs.Contains(worker.Name))
            {
                await UntilMovedOnFromAsync(fleet, before);
            }

            worker.Start();
        }

        await fleet.WaitUntilEnrichedAsync(Papers, Token);
        await events.WaitForAsync(Papers, Token);
        await fleet.WaitUntilReadyAsync(Token);
        await fleet.StopAllAsync();

        Assert.Equal(Papers, events.All.Select(e => e.Key).Distinct().Count());
        Assert.Equal(Papers, events.DistinctMessages);
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
    }

    private static Task UntilMovedOnFromAsync(WorkerFleet fleet, int enriched)
        => Eventually.TrueAsync(
            async () => await EnrichedAsync(fleet) is var now && (now > enriched || now == Papers),
            TimeSpan.FromMinutes(3),
            () => $"more than {enriched} papers enriched.\n{fleet.Log}",
            Token);

    private static async Task<int> EnrichedAsync(WorkerFleet fleet)
    {
        var all = await fleet.Papers.SummariseAsync(listingId: null, Token);
        return (int)(all.Papers - all.Pending);
    }
}
