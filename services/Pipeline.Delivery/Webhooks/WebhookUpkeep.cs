using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Forgets old attempts, and offers as a metric how far the furthest behind is. Any number of processes may.</summary>
internal sealed class WebhookUpkeep(
    ISubscriptionStore store,
    IDeliveryAttempts attempts,
    IChangeLog log,
    WebhookReach reach,
    IHostApplicationLifetime lifetime,
    IOptions<WebhookOptions> options,
    IOptions<TelemetryOptions> telemetry,
    TimeProvider time,
    ILogger<WebhookUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan TrimEvery = TimeSpan.FromHours(1);

    private DateTimeOffset _trimAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitUntilStartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(telemetry.Value.SampleEvery, time);
        do
        {
            await TryRunAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryRunAsync(CancellationToken stoppingToken)
    {
        try
        {
            PipelineMeter.OfferWebhookLag(await LagAsync(stoppingToken));
            if (time.GetStoredNow() is var now && now >= _trimAt)
            {
                if (await attempts.TrimAsync(now - options.Value.KeepAttempts, stoppingToken) is > 0 and var trimmed)
                {
                    logger.AttemptsTrimmed(trimmed);
                }

                _trimAt = now + TrimEvery;
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The store may be away for a while. An old number would look like a new one.
            PipelineMeter.OfferWebhookLag(null);
            logger.AttemptsNotTrimmed(e);
        }
    }

    private async Task<long> LagAsync(CancellationToken cancellationToken)
    {
        var webhooks = (await store.ListAsync(cancellationToken))
            .Where(subscription => subscription is { Kind: SubscriptionKind.Webhook, State: SubscriptionState.Active }).ToList();
        return webhooks.Count == 0 ? 0 : Math.Max(0, await log.LastSequenceAsync(cancellationToken) - webhooks.Min(reach.Of));
    }
}
