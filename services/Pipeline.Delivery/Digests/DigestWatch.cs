using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Delivery.Digests.Content;
using Pipeline.Delivery.Digests.Mail;

namespace Pipeline.Delivery.Digests;

/// <summary>Offers as a metric for how long the digest has waited that waits longest. Any number of processes may; nothing runs without a mail server.</summary>
internal sealed class DigestWatch(
    ISubscriptionStore subscriptions, IHostApplicationLifetime lifetime, IOptions<SmtpOptions> smtp, IOptions<TelemetryOptions> telemetry, TimeProvider time)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!smtp.Value.IsOn)
        {
            return;
        }

        await lifetime.WaitUntilStartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(telemetry.Value.SampleEvery, time);
        do
        {
            PipelineMeter.OfferOldestDue(await TryMeasureAsync(stoppingToken));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<TimeSpan?> TryMeasureAsync(CancellationToken stoppingToken)
    {
        try
        {
            var now = time.GetUtcNow();
            return (await subscriptions.ListAsync(stoppingToken)).Max(subscription => DigestDue.Waiting(subscription, now)) ?? TimeSpan.Zero;
        }
        catch (Exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The store may be away, of which those who work on it tell. An old number would look like a new one.
            return null;
        }
    }
}
