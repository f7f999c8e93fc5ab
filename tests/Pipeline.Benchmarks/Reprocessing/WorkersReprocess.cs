using Microsoft.Extensions.DependencyInjection;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Benchmarks.Reprocessing;

/// <summary>Papers done again by separate workers over broker and store, with a flow of fresh papers beside it.</summary>
internal sealed class WorkersReprocess : IAsyncDisposable
{
    private const int AloneListings = 40;
    private const int WarmUpListings = 8;

    // What the sweep dispatches on a slow machine would be done after the papers are made to look old.
    private static readonly FleetPlan Plan = new() { Settings = new Dictionary<string, string> { ["Scheduler__SweepAfter"] = "01:00:00" } };
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly WorkerFleet _fleet;

    private WorkersReprocess(WorkerFleet fleet) => _fleet = fleet;

    /// <summary>Largest memory of each worker so far.</summary>
    public IEnumerable<(string Name, long Peak)> Memory => _fleet.Workers.Select(worker => (worker.Name, worker.PeakMemory));

    private IMongoCollection<BsonDocument> Papers
        => _fleet.Services.GetRequiredService<IMongoClient>().GetDatabase(_fleet.Name).GetCollection<BsonDocument>("papers");

    public static async Task<WorkersReprocess> StartAsync() => new(await WorkerFleet.StartAsync(Plan, CancellationToken.None));

    public async Task<WorkersFigures> MeasureAsync(int papers)
    {
        await using var bus = await FleetBus.StartAsync(_fleet, CancellationToken.None);
        await using var enriched = await PublishedEvents.SubscribeAsync(_fleet.Name, "paper-enriched", CancellationToken.None);
        await IngestAsync(bus, papers);
        await OutdateAsync();
        var shadow = RunFigures.Of("compare only", await ReprocessAsync("--shadow"));

        var live = new LiveFlow(_fleet, bus, enriched, papers + 1);
        await live.RunAsync(listing => listing < WarmUpListings);
        var before = await live.RunAsync(listing => listing < AloneListings);
        var running = ReprocessAsync();
        var beside = await live.RunAsync(_ => !running.IsCompleted);
        var run = RunFigures.Of("do again, fresh papers beside", await running);
        var after = await live.RunAsync(listing => listing < AloneListings);

        await OutdateAsync();
        return new(shadow, RunFigures.Of("do again", await ReprocessAsync()), run, before, beside, after);
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    private Task<MeasuredResult> ReprocessAsync(params string[] options)
        => MeasuredCommand.RunAsync(_fleet.Settings, ["reprocess", "--from", "claims", "--outdated", "--json", .. options]);

    private async Task IngestAsync(FleetBus bus, int papers)
    {
        await File.WriteAllBytesAsync(Path.Combine(_fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(papers, seed: 1));
        await bus.FetchAsync("inbox", CancellationToken.None);
        PaperSummary? last = null;
        await Eventually.TrueAsync(
            async () => (last = await _fleet.Papers.SummariseAsync(listingId: null, CancellationToken.None)) is { Pending: 0 } all && all.Papers == papers,
            Patience,
            () => $"{papers} papers enriched; the store has {last}.\n{_fleet.Log}",
            CancellationToken.None);
    }

    // As an older version would have left them; it missed the first claim of every tenth paper.
    private async Task OutdateAsync()
    {
        var older = new BsonDocument("$set", new BsonDocument { { "claims.version.version", "0" }, { "enriched.claimsVersion", "claims/0" } });
        await Papers.UpdateManyAsync(new BsonDocument(), older);
        await Papers.UpdateManyAsync(
            new BsonDocument("_id", new BsonRegularExpression("0$")), new BsonDocument("$pop", new BsonDocument("claims.analysis.claims", -1)));
    }
}

/// <summary>What separate workers gave.</summary>
/// <param name="Shadow">A run that only compares, by the command itself.</param>
/// <param name="Run">A run with nothing beside it.</param>
/// <param name="BusyRun">A run with fresh papers beside it.</param>
/// <param name="Before">Fresh papers without a run, before it.</param>
/// <param name="Beside">Fresh papers beside the run.</param>
/// <param name="After">Fresh papers without a run, after it.</param>
internal sealed record WorkersFigures(RunFigures Shadow, RunFigures Run, RunFigures BusyRun, Latencies Before, Latencies Beside, Latencies After);
