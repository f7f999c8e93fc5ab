using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Benchmarks.Reprocessing;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Testing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Delivery;

/// <summary>From <c>PaperEnriched</c> to whoever listens outside: how long at the pace of fresh papers, and how many a second when many wait.</summary>
internal static class DeliveryBenchmark
{
    private const int Listings = 200;
    private const int WarmUpListings = 8;

    /// <summary>Runs <c>delivery [PAPERS]</c>.</summary>
    public static async Task RunAsync(int papers)
    {
        var plan = new FleetPlan { WorkerSettings = new Dictionary<string, string> { ["Webhooks__AllowPrivateHosts"] = "true" } };
        await using var fleet = await WorkerFleet.StartAsync(plan, CancellationToken.None);
        await using var bus = await FleetBus.StartAsync(fleet, CancellationToken.None);
        await using var enriched = await PublishedEvents.SubscribeAsync(fleet.Name, "paper-enriched", CancellationToken.None);
        await using var clock = await EventClock.StartAsync(fleet);
        await BurstAsync(fleet, bus, enriched, clock, papers);
        var (consumedRate, loggedRate, hookedRate) = (Rates.Of(clock.Consumed.Values), Rates.Of(clock.Logged.Values), Rates.Of(clock.Hooked.Values));

        var live = new LiveFlow(fleet, bus, enriched, papers + 1);
        await live.RunAsync(listing => listing < WarmUpListings);
        await clock.WaitForAsync(enriched.DistinctMessages, fleet);
        var before = clock.Consumed.Keys.ToHashSet(StringComparer.Ordinal);
        await live.RunAsync(listing => listing < Listings);
        await clock.WaitForAsync(enriched.DistinctMessages, fleet);
        var fresh = enriched.All.Where(e => !before.Contains(e.MessageId)).DistinctBy(e => e.MessageId).ToList();

        var size = await SizeAsync(fleet);
        await using var floor = await EventFloor.StartAsync(size);
        var (pace, rate) = (await floor.PaceAsync(Listings, LiveFlow.PapersInAListing, LiveFlow.Every), await floor.BurstAsync(papers));
        var table = new Table { Border = TableBorder.Simple }.AddColumns("way", "p50 ms", "p99 ms", "events/s", "p50, p99, events/s against the floor");
        Add(table, "floor: publish with confirms, to a consumer", pace, rate, pace, rate);
        Add(table, "PaperEnriched to a consumer", Since(fresh, clock.Consumed), consumedRate, pace, rate);
        Add(table, "PaperEnriched to the change log", Since(fresh, clock.Logged), loggedRate, pace, rate);
        var (posts, postRate) = await HookFloor.MeasureAsync(size, papers);
        Add(table, "floor of a webhook: bare posts, one after the other", posts, postRate, posts, postRate);
        Add(table, "PaperEnriched to a webhook", Since(fresh, clock.Hooked), hookedRate, posts, postRate);
        AnsiConsole.Write(table);
    }

    // What was announced while nobody delivered waits in the queue, all of it when the first is taken.
    private static async Task BurstAsync(WorkerFleet fleet, FleetBus bus, PublishedEvents enriched, EventClock clock, int papers)
    {
        await fleet["Pipeline.Delivery"].StopAsync();
        await File.WriteAllBytesAsync(Path.Combine(fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(papers, seed: 1));
        await bus.FetchAsync("inbox", CancellationToken.None);
        await Eventually.TrueAsync(
            () => Task.FromResult(enriched.DistinctMessages == papers), TimeSpan.FromMinutes(10),
            () => $"{papers} papers enriched, not {enriched.DistinctMessages}.\n{fleet.Log}", CancellationToken.None);
        fleet["Pipeline.Delivery"].Start();
        await clock.WaitForAsync(papers, fleet);
    }

    private static async Task<int> SizeAsync(WorkerFleet fleet)
        => (int)(await fleet.Services.GetRequiredService<IChangeLog>().ReadAsync(0, ChangeFilter.All, 100, CancellationToken.None)).Changes.Average(change => change.Json.Length);

    private static Latencies Since(IEnumerable<PublishedEvent> enriched, ConcurrentDictionary<string, long> arrived)
        => new(enriched.Select(e => Stopwatch.GetElapsedTime(e.At, arrived[e.MessageId])));

    private static void Add(Table table, string way, Latencies times, double rate, Latencies floor, double floorRate) => table.AddRow(
        way,
        Text($"{times.Median.TotalMilliseconds:0.0}"),
        Text($"{times.AlmostAll.TotalMilliseconds:0.0}"),
        Text($"{rate:0}"),
        Text($"{times.Median / floor.Median:0.0}, {times.AlmostAll / floor.AlmostAll:0.0}, {rate / floorRate:0.00}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
