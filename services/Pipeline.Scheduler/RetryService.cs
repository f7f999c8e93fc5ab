using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler;

/// <summary>Works the retry ledger off once everything else has started; of several Schedulers one at a time does, by a lease in the store.</summary>
internal sealed class RetryService(
    RetryRound round,
    IHostBudget leases,
    IHostApplicationLifetime lifetime,
    IOptions<SchedulerOptions> options,
    TimeProvider time,
    ILogger<RetryService> logger) : BackgroundService
{
    // A lease by the store's clock, as a turn at a host is; no host has a space in its name.
    private const string Lease = "retry ledger";

    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(15);

    private readonly Guid _me = NewId.NextGuid();
    private bool _failing;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await leases.ReleaseAsync(Lease, _me, TimeSpan.Zero, cancellationToken);
        }
        catch (Exception e)
        {
            // The hold passes by itself; a store that is away must not fail the stop.
            logger.StepFailed(e, nameof(RetryService));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitUntilStartedAsync(stoppingToken);
        if (options.Value.ResumeAtStart)
        {
            await TryAsync(round.TakeBackAsync, stoppingToken);
        }

        while (true)
        {
            await TryAsync(RunAsync, stoppingToken);

            // What is due is known by the store's clock alone: there is nothing to be woken by.
            await Task.Delay(options.Value.ScheduleEvery, time, stoppingToken);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var more = true;
        while (more && await leases.TryTakeAsync(Lease, _me, interval: TimeSpan.Zero, Hold, cancellationToken) == TimeSpan.Zero)
        {
            more = await round.RunAsync(cancellationToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
            if (_failing)
            {
                _failing = false;
                logger.StepWorksAgain(nameof(RetryService));
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Broker or store may be away for a while: only the first failure is worth a line.
            if (!_failing)
            {
                _failing = true;
                logger.StepFailed(e, nameof(RetryService));
            }
        }
    }
}
