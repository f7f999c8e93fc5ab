using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Scheduler;

/// <summary>Works reprocess runs off once everything else has started; of several Schedulers each run is in the hands of one.</summary>
internal sealed class ReprocessService(
    IReprocessStore store,
    ReprocessSteps steps,
    PausedStages paused,
    IHostApplicationLifetime lifetime,
    IOptions<SchedulerOptions> options,
    TimeProvider time,
    ILogger<ReprocessService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Guid _me = NewId.NextGuid();
    private readonly HashSet<Guid> _held = [];
    private readonly HashSet<Guid> _known = [];
    private bool _failing;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            foreach (var id in _held)
            {
                await store.ReleaseAsync(id, _me, cancellationToken);
            }
        }
        catch (Exception e)
        {
            // The hold passes by itself; a store that is away must not fail the stop.
            logger.StepFailed(e, nameof(ReprocessService));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitUntilStartedAsync(stoppingToken);
        while (true)
        {
            var working = !paused.Has(PipelineStage.Schedule) && await TryRunAsync(stoppingToken);

            // How a run's papers fared stands in the store, and a person may start one from another process.
            await Task.Delay(working ? Pause : options.Value.ScheduleEvery, time, stoppingToken);
        }
    }

    private async Task<bool> TryRunAsync(CancellationToken stoppingToken)
    {
        try
        {
            var working = await RunAsync(stoppingToken);
            if (_failing)
            {
                _failing = false;
                logger.StepWorksAgain(nameof(ReprocessService));
            }

            return working;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Broker or store may be away for a while: only the first failure is worth a line.
            if (!_failing)
            {
                _failing = true;
                logger.StepFailed(e, nameof(ReprocessService));
            }

            return false;
        }
    }

    // A run that only compares is worked off by the command that asked for it.
    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var working = false;
        foreach (var running in (await store.ListRunningAsync(cancellationToken)).Where(run => !run.Shadow))
        {
            if (await store.TakeAsync(running.Id, _me, options.Value.ReprocessHold, cancellationToken) is not { } run)
            {
                _held.Remove(running.Id);
                continue;
            }

            _held.Add(run.Id);
            working = true;
            await steps.RunAsync(_known.Add(run.Id) ? AtStart(run) : run, cancellationToken);
        }

        return working;
    }

    // The queues died with the last process: what was on its way is sent at once, and not held against it.
    private ReprocessRun AtStart(ReprocessRun run) => !options.Value.ResumeAtStart ? run : run with
    {
        InFlight = [.. run.InFlight.Select(item => item with { DueAt = DateTimeOffset.UnixEpoch, Attempts = 0 })],
    };
}
