using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.Scheduler;

/// <summary>Sweeps once everything else has started, and from then on from time to time.</summary>
internal sealed partial class SweepService(
    Sweep sweep, IHostApplicationLifetime lifetime, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<SweepService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitUntilStartedAsync(stoppingToken);

        var after = options.Value.ResumeAtStart ? TimeSpan.Zero : options.Value.SweepAfter;
        using var timer = new PeriodicTimer(options.Value.SweepEvery, time);
        do
        {
            await TryRunAsync(after, stoppingToken);
            after = options.Value.SweepAfter;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryRunAsync(TimeSpan after, CancellationToken stoppingToken)
    {
        try
        {
            var result = await sweep.RunAsync(after, stoppingToken);
            if (result.Listings + result.Papers > 0)
            {
                LogSwept(logger, result.Listings, result.Papers);
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Broker or store may be away for a while (a driver's time-out is a cancellation, too); what was taken is due
            // again later, so the next round makes up for it.
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Dispatched again: {Listings} listings, {Papers} papers")]
    private static partial void LogSwept(ILogger logger, int listings, int papers);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep failed and will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
