using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Broker and store that go away while papers flow: cut off, as after a restart, and out of reach, as behind a broken network.</summary>
public sealed class OutageTests
{
    private const int Files = 60;
    private const int PapersOfAFile = 50;
    private const int Papers = Files * PapersOfAFile;

    // Longer outages by hand: PIPELINE_OUTAGE_SECONDS=120.
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("PIPELINE_OUTAGE_SECONDS") ?? "6", CultureInfo.InvariantCulture));

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    // Nothing has gone away yet: how soon the first paper is done promises nothing.
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BrokerAndStore_ThatGoAwayUnderLoad_LoseNothing_MakeNoDeadLetter_AndTheFlowResumesByItself()
    {
        await using var broker = NetworkLine.To(RealParts.RabbitMq);
        await using var store = NetworkLine.To(new Uri(RealParts.MongoDb));
        await using var fleet = await WorkerFleet.StartAsync(PlanOver(broker, store), Token);
        await using var events = await PublishedEvents.SubscribeAsync(fleet.Name, "paper-enriched", Token);
        for (var file = 0; file < Files; file++)
        {
            var papers = PaperGenerator.JsonLines(PapersOfAFile, seed: file, first: (file * PapersOfAFile) + 1);
            await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, $"papers-{file:000}.jsonl"), papers, Token);
        }

        await fleet.FetchInboxAsync(Token);
        await UntilAsync(fleet, 1, Start);
        await GoAwayAsync(fleet, broker.Cut, broker.Mend);
        await GoAwayAsync(fleet, store.Cut, store.Mend);
        await GoAwayAsync(fleet, broker.Freeze, broker.Mend);
        await GoAwayAsync(fleet, store.Freeze, store.Mend);

        await fleet.WaitUntilEnrichedAsync(Papers, Token);
        await events.WaitForAsync(Papers, Token);
        await fleet.StopAllAsync();
        Assert.Equal(Papers, events.All.Select(e => e.Key).Distinct().Count());
        Assert.Equal(Papers, events.DistinctMessages);
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
        Assert.Empty(await fleet.Services.GetRequiredService<IFailureStore>().ListAsync(new() { States = [FailureState.Dead] }, 10, Token));
    }

    [Fact]
    public async Task BrokerAndStore_ThatGoAwayAtIdle_AreUsedAgain_AsSoonAsThereIsWork()
    {
        await using var broker = NetworkLine.To(RealParts.RabbitMq);
        await using var store = NetworkLine.To(new Uri(RealParts.MongoDb));
        await using var fleet = await WorkerFleet.StartAsync(PlanOver(broker, store), Token);
        await using var events = await PublishedEvents.SubscribeAsync(fleet.Name, "paper-enriched", Token);

        var papers = await AnnounceAsync(fleet, 0);
        await fleet.WaitUntilEnrichedAsync(papers, Token);
        foreach (var goAway in new[] { broker.Cut, store.Cut, broker.Freeze, store.Freeze })
        {
            goAway();
            await Task.Delay(Outage, TimeProvider.System, Token);
            broker.Mend();
            store.Mend();
            papers = await AnnounceAsync(fleet, papers);
            await UntilAsync(fleet, papers, Recovery);
        }

        await events.WaitForAsync(papers, Token);
        await fleet.StopAllAsync();
        Assert.Equal(papers, events.DistinctMessages);
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
        Assert.Empty(await fleet.Services.GetRequiredService<IFailureStore>().ListAsync(new() { States = [FailureState.Dead] }, 10, Token));
    }

    // One file more.
    private static async Task<int> AnnounceAsync(WorkerFleet fleet, int papers)
    {
        var content = PaperGenerator.JsonLines(PapersOfAFile, seed: papers, first: papers + 1);
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, $"papers-{papers:0000}.jsonl"), content, Token);
        await fleet.FetchInboxAsync(Token);
        return papers + PapersOfAFile;
    }

    private static FleetPlan PlanOver(NetworkLine broker, NetworkLine store) => new()
    {
        WorkerSettings = new Dictionary<string, string>
        {
            ["Broker__Address"] = new UriBuilder(RealParts.RabbitMq) { Host = "127.0.0.1", Port = broker.Port }.Uri.ToString(),
            ["Mongo__ConnectionString"] = new UriBuilder(RealParts.MongoDb) { Host = "127.0.0.1", Port = store.Port }.Uri.ToString(),
        },
    };

    private static async Task GoAwayAsync(WorkerFleet fleet, Action goAway, Action comeBack)
    {
        goAway();
        await Task.Delay(Outage, TimeProvider.System, Token);
        var before = await EnrichedAsync(fleet);
        comeBack();
        await UntilMovedOnFromAsync(fleet, before);
    }

    private static Task UntilMovedOnFromAsync(WorkerFleet fleet, long enriched) => UntilAsync(fleet, Math.Min(enriched + 1, Papers), Recovery);

    private static Task UntilAsync(WorkerFleet fleet, long enriched, TimeSpan patience)
        => Eventually.TrueAsync(
            async () => await EnrichedAsync(fleet) >= enriched,
            patience,
            () => $"{enriched} papers enriched within {patience.TotalSeconds} s.\n{fleet.Log}",
            Token);

    private static async Task<long> EnrichedAsync(WorkerFleet fleet)
    {
        var all = await fleet.Papers.SummariseAsync(listingId: null, Token);
        return all.Papers - all.Pending;
    }
}
