using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.Delivery;

/// <summary>Announces again, once at the start, what ended with the queues of the last process.</summary>
/// <remarks>A database of before there was a change log gets one: every complete paper is told of.</remarks>
internal sealed class MissingEventsService(
    MissingEvents missing, IChangeLog log, IBus bus, IHostApplicationLifetime lifetime, ILogger<MissingEventsService> logger)
    : BackgroundService
{
    // Batches beside each other are logged in no order of time.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitUntilStartedAsync(stoppingToken);
        try
        {
            var count = 0;
            await foreach (var paper in missing.FindAsync(await SinceAsync(stoppingToken), stoppingToken))
            {
                await bus.PublishPaperEnrichedAsync(paper.PaperId, paper.Completion, stoppingToken);
                count++;
            }

            if (count > 0)
            {
                logger.AnnouncedAgain(count);
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Left for the next start.
            logger.AnnounceFailed(e);
        }
    }

    private async Task<DateTimeOffset> SinceAsync(CancellationToken cancellationToken)
    {
        var last = await log.LastSequenceAsync(cancellationToken);
        var page = await log.ReadAsync(last - 1, ChangeFilter.All, 1, cancellationToken);
        return page.Changes is [var entry] ? entry.At - Margin : DateTimeOffset.UnixEpoch;
    }
}
