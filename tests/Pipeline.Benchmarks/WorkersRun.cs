using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.Testing;

namespace Pipeline.Benchmarks;

/// <summary>One replica of each worker over broker and store.</summary>
internal sealed class WorkersRun : IAsyncDisposable
{
    private const int WarmUp = 1000;
    private readonly WorkerFleet _fleet;
    private readonly PublishedEvents _events;
    private readonly Dictionary<string, long> _rest;
    private int _expected;
    private MessageSizes? _sizes;

    private WorkersRun(WorkerFleet fleet, PublishedEvents events)
    {
        _fleet = fleet;
        _events = events;
        _rest = fleet.Workers.ToDictionary(worker => worker.Name, worker => worker.Memory);
    }

    /// <summary>Memory of each worker: before any work, and the largest since.</summary>
    public IEnumerable<(string Name, long AtRest, long AtPeak)> Memory
        => _fleet.Workers.Select(worker => (worker.Name, _rest[worker.Name], worker.PeakMemory));

    /// <summary>Starts the workers and lets the compiler see every path once.</summary>
    public static async Task<WorkersRun> StartAsync()
    {
        var fleet = await WorkerFleet.StartAsync(CancellationToken.None);
        var run = new WorkersRun(fleet, await PublishedEvents.SubscribeAsync(fleet.Name, "paper-enriched", CancellationToken.None));
        await using (var sizes = await MessageSizes.CollectAsync(fleet.Name))
        {
            await run.RunAsync(WarmUp, first: 1);
            run._sizes = sizes;
        }

        return run;
    }

    /// <summary>Time from the command to fetch until the last of so many new papers is announced as enriched.</summary>
    public Task<TimeSpan> MeasureAsync(int papers) => RunAsync(papers, first: _expected + 1);

    /// <summary>The documents and message sizes of the run, for the floor.</summary>
    public async Task<Sample> SampleAsync(int papers)
    {
        var collection = _fleet.Services.GetRequiredService<IMongoClient>().GetDatabase(_fleet.Name).GetCollection<BsonDocument>("papers");
        var documents = await collection.Find(FilterDefinition<BsonDocument>.Empty).Skip(WarmUp).Limit(papers).ToListAsync();
        return new Sample(documents, _sizes!);
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        await _fleet.DisposeAsync();
    }

    private async Task<TimeSpan> RunAsync(int papers, int first)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"papers-{first}.jsonl");
        foreach (var old in Directory.EnumerateFiles(_fleet.Inbox))
        {
            File.Delete(old);
        }

        await File.WriteAllBytesAsync(Path.Combine(_fleet.Inbox, name), PaperGenerator.JsonLines(papers, seed: first, first));
        _expected += papers;

        await using var bus = await FleetBus.StartAsync(_fleet, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await bus.FetchAsync("inbox", CancellationToken.None);
        await Eventually.TrueAsync(
            () => Task.FromResult(_events.DistinctMessages >= _expected),
            TimeSpan.FromMinutes(10),
            () => $"{_expected} papers announced; {_events.DistinctMessages} were.\n{_fleet.Log}",
            CancellationToken.None);
        return watch.Elapsed;
    }
}
