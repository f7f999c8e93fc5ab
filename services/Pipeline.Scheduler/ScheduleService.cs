using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Pausing;

namespace Pipeline.Scheduler;

/// <summary>Goes through all steps once everything else has started, and from then on from time to time.</summary>
internal sealed class ScheduleService(
    IEnumerable<IScheduledStep> steps, PausedStages paused, IHostApplicationLifetime lifetime, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<ScheduleService> logger)
    : BackgroundService
{
    private readonly HashSet<IScheduledStep> _failing = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitUntilStartedAsync(stoppingToken);

        using var timer = new PeriodicTimer(options.Value.ScheduleEvery, time);
        do
        {
            foreach (var step in paused.Has(PipelineStage.Schedule) ? [] : steps)
            {
                await TryRunAsync(step, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryRunAsync(IScheduledStep step, CancellationToken stoppingToken)
    {
        try
        {
            await step.RunAsync(stoppingToken);
            if (_failing.Remove(step))
            {
                logger.StepWorksAgain(step.GetType().Name);
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Broker or store may be away for a while (a driver's time-out is a cancellation, too), and a round comes every
            // few seconds: only the first failure is worth a line.
            if (_failing.Add(step))
            {
                logger.StepFailed(e, step.GetType().Name);
            }
        }
    }
}
