using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Delivery;

/// <summary>Forgets what old entries of the change log said. Any number of processes may.</summary>
internal sealed class ChangeTrimming(
    IChangeLog log, IHostApplicationLifetime lifetime, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<ChangeTrimming> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitUntilStartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.TrimEvery, time);
        do
        {
            await TryTrimAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryTrimAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await log.TrimAsync(time.GetStoredNow() - options.Value.KeepChanges, stoppingToken) is > 0 and var entries)
            {
                logger.Trimmed(entries);
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The store may be away for a while; the next round makes up for it.
            logger.TrimFailed(e);
        }
    }
}
