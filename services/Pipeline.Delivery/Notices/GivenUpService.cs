using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Notices;

/// <summary>Looks for webhooks that were given up and not told of. Nothing runs without an address to tell; webhooks never wait for it.</summary>
internal sealed class GivenUpService(
    GivenUpNotices notices, IHostApplicationLifetime lifetime, IOptions<WebhookOptions> webhooks, IOptions<DigestOptions> digests, TimeProvider time,
    ILogger<GivenUpService> logger)
    : BackgroundService
{
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (webhooks.Value.NotifyMail.Length == 0)
        {
            return;
        }

        await lifetime.WaitUntilStartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(digests.Value.CheckEvery, time);
        do
        {
            await TryAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await notices.SendAsync(stoppingToken);
            _failing = false;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The store may be away for a while: only the first failure is worth a line.
            if (!_failing)
            {
                _failing = true;
                logger.NoticesFailed(e);
            }
        }
    }
}
