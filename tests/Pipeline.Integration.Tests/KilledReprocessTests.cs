using Microsoft.Extensions.DependencyInjection;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Papers done again by workers that die without warning in the middle of it.</summary>
public sealed class KilledReprocessTests
{
    private const int Papers = 600;
    private const int ShortOfAClaim = Papers / 3;
    private const string Scheduler = "Pipeline.Scheduler";
    private const string ClaimExtractor = "Pipeline.ClaimExtractor";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Small pages and short waits: the run is still at it when the last worker dies.
    private static readonly FleetPlan Plan = new()
    {
        Settings = new Dictionary<string, string>
        {
            // What the sweep dispatches on a slow machine would be done after the papers are made to look old.
            ["Scheduler__SweepAfter"] = "01:00:00",
            ["Scheduler__ReprocessInFlight"] = "40",
            ["Scheduler__ReprocessHold"] = "00:00:01",
            ["Scheduler__RedispatchAfter"] = "00:00:02",
            ["Scheduler__ReprocessAttempts"] = "100",
        },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunWhoseProcessesAreKilled_GoesOnFromItsCursor_AndAnnouncesEachChangedPaperOnce()
    {
        await using var fleet = await WorkerFleet.StartAsync(Plan, Token);
        await IngestAsync(fleet);
        var changing = await OutdateAsync(fleet);
        await using var events = await PublishedEvents.SubscribeAsync(fleet.Name, "paper-enriched", Token);
        await using var watching = new RunningCommand(fleet.Settings, Token, "reprocess", "--from", "claims", "--outdated");

        foreach (var (share, workers) in new (int, string[])[] { (1, [Scheduler]), (2, [ClaimExtractor]), (3, [Scheduler, ClaimExtractor]), (4, [Scheduler]) })
        {
            await UntilAsync(fleet, run => run.Counts.Done >= Papers * share / 6);
            await Task.WhenAll(workers.Select(name => fleet[name].KillAsync()));
            await watching.KillAsync();
            Assert.Equal(ReprocessState.Running, (await FindAsync(fleet))!.State);
            Array.ForEach(workers, name => fleet[name].Start());
        }

        var run = await UntilAsync(fleet, run => run.HasEnded);
        await fleet.StopAllAsync();

        Assert.Equal(ReprocessState.Done, run.State);
        Assert.Equal(new() { Total = Papers, Changed = ShortOfAClaim, Unchanged = Papers - ShortOfAClaim }, run.Counts);
        Assert.Equal((ShortOfAClaim, 0, 0), (run.Diff.Counts.Sum(c => c.Added), run.Diff.Counts.Sum(c => c.Removed), run.Diff.Counts.Sum(c => c.Changed)));
        Assert.All(run.Diff.Examples, example => Assert.Contains(example.PaperId, changing));
        Assert.Equal(changing, events.All.Select(e => e.Key).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(ShortOfAClaim, events.DistinctMessages);
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
    }

    private static async Task IngestAsync(WorkerFleet fleet)
    {
        await using var events = await PublishedEvents.SubscribeAsync(fleet.Name, "paper-enriched", Token);
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(Papers, seed: 11), Token);
        await fleet.FetchInboxAsync(Token);
        await fleet.WaitUntilEnrichedAsync(Papers, Token);
        await events.WaitForAsync(Papers, Token);
    }

    // As an older version would have left them; it missed the first claim of every third paper.
    private static async Task<HashSet<string>> OutdateAsync(WorkerFleet fleet)
    {
        var papers = fleet.Services.GetRequiredService<IMongoClient>().GetDatabase(fleet.Name).GetCollection<BsonDocument>("papers");
        var older = new BsonDocument("$set", new BsonDocument { { "claims.version.version", "0" }, { "enriched.claimsVersion", "claims/0" } });
        Assert.Equal(Papers, (await papers.UpdateManyAsync(new BsonDocument(), older, cancellationToken: Token)).ModifiedCount);

        var ids = (await papers.Find(new BsonDocument("claims.analysis.claims.0", new BsonDocument("$exists", true)))
            .Project(new BsonDocument("_id", 1)).ToListAsync(Token)).Select(paper => paper["_id"].AsString).Order(StringComparer.Ordinal).ToList();
        var chosen = ids.Where((_, i) => i % (ids.Count / ShortOfAClaim) == 0).Take(ShortOfAClaim).ToHashSet(StringComparer.Ordinal);
        var shorter = await papers.UpdateManyAsync(
            new BsonDocument("_id", new BsonDocument("$in", new BsonArray(chosen))),
            new BsonDocument("$pop", new BsonDocument("claims.analysis.claims", -1)),
            cancellationToken: Token);
        Assert.Equal(ShortOfAClaim, shorter.ModifiedCount);
        return chosen;
    }

    private static async Task<ReprocessRun> UntilAsync(WorkerFleet fleet, Func<ReprocessRun, bool> question)
    {
        ReprocessRun? run = null;
        await Eventually.TrueAsync(
            async () => (run = await FindAsync(fleet)) is { } found && question(found), Patience, () => $"the run stands at {run}.\n{fleet.Log}", Token);
        return run!;
    }

    private static async Task<ReprocessRun?> FindAsync(WorkerFleet fleet)
        => (await fleet.Services.GetRequiredService<IReprocessStore>().ListAsync(after: null, 1, Token)).SingleOrDefault();
}
