using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.Scheduler;

/// <summary>Looks at the store from time to time for the numbers that only it knows, and offers the last ones as metrics.</summary>
internal sealed class StoreSampling(
    IBacklog backlog, IFailureStore failures, SourceCatalogue catalogue, ISourceStore sources, IFetchRunStore runs, IOptions<TelemetryOptions> options, TimeProvider time,
    ILogger<StoreSampling> logger) : BackgroundService
{
    private const int NewestRuns = 50;
    private bool _failing;

    /// <summary>Looks once.</summary>
    public async Task<StoreSample> SampleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var waiting = await backlog.MeasureAsync(cancellationToken);
        return new(
            [.. waiting.Select(stage => new Measurement<long>(stage.Waiting, Label(InstrumentNames.Stage, stage.Stage)))],
            [.. waiting.Select(stage => new Measurement<double>(Age(stage.Oldest, now), Label(InstrumentNames.Stage, stage.Stage)))],
            await LastSuccessesAsync(now, cancellationToken),
            await FailuresAsync(cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SampleEvery, time);
        do
        {
            await TrySampleAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TrySampleAsync(CancellationToken stoppingToken)
    {
        try
        {
            PipelineMeter.Offer(await SampleAsync(stoppingToken));
            _failing = false;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Old numbers would look like new ones: none are offered while the store is away.
            PipelineMeter.Offer(StoreSample.None);
            if (!_failing)
            {
                _failing = true;
                logger.StepFailed(e, nameof(StoreSampling));
            }
        }
    }

    private async Task<IReadOnlyList<Measurement<double>>> LastSuccessesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var paused = await sources.ListPausedAsync(cancellationToken);
        var ages = new List<Measurement<double>>();
        foreach (var source in (await catalogue.ListAsync(cancellationToken)).Where(source => source.Schedule is not null && !paused.ContainsKey(source.Id)))
        {
            var newest = await runs.ListAsync(source.Id, cause: null, after: null, NewestRuns, cancellationToken);
            var since = newest.Where(run => run.State == RunState.Done).Max(run => run.EndedAt) ?? newest.Min(run => (DateTimeOffset?)run.CreatedAt);
            if (since is not null)
            {
                ages.Add(new(Age(since, now), Label(InstrumentNames.Source, source.Id)));
            }
        }

        return ages;
    }

    // A queue that had failures keeps its series at zero, so that an alert sees it end.
    private async Task<IReadOnlyList<Measurement<long>>> FailuresAsync(CancellationToken cancellationToken)
    {
        var open = await failures.GroupAsync(new(), cancellationToken);
        return
        [
            .. open.GroupBy(group => group.Stage, StringComparer.Ordinal).SelectMany(queue => (Measurement<long>[])
            [
                Count(queue, InstrumentNames.Dead, [FailureState.Dead]),
                Count(queue, InstrumentNames.Retry, [FailureState.Waiting, FailureState.Sent]),
            ]),
        ];
    }

    private static Measurement<long> Count(IGrouping<string, FailureGroup> queue, string outcome, FailureState[] states)
        => new(
            queue.Where(group => states.Contains(group.State)).Sum(group => group.Count),
            Label(InstrumentNames.Queue, queue.Key), Label(InstrumentNames.Outcome, outcome));

    private static double Age(DateTimeOffset? since, DateTimeOffset now) => since is { } at ? Math.Max(0, (now - at).TotalSeconds) : 0;

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);
}
