using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>
/// Reads from the quarantines once this process has lived for a while, one later than the other. A message that kills its worker does so
/// as soon as it is handed out: were the quarantines read from at once, each death would count against whatever else is in hand there.
/// </summary>
internal sealed class QuarantineStart(
    IReceiveEndpointConnector connector, IReadOnlyList<Type> consumers, IOptions<BrokerOptions> options, IHostApplicationLifetime lifetime, TimeProvider time)
    : BackgroundService
{
    // A bus that stops while a queue is being set up may not end (see BusStart), so a stop waits that long for it.
    private static readonly TimeSpan SetUpLimit = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.QuarantineAfter == TimeSpan.Zero)
        {
            return;
        }

        await lifetime.WaitUntilStartedAsync(stoppingToken);
        var wait = options.Value.QuarantineAfter;
        foreach (var consumer in consumers)
        {
            // The pause is the point: see above.
            await Task.Delay(wait, time, stoppingToken);
            var queue = connector.ConnectReceiveEndpoint(
                QueueRules.QuarantineOf(consumer, options.Value),
                (context, quarantine) => ((IRabbitMqReceiveEndpointConfigurator)quarantine).UseQuarantine(context, consumer));
            await Task.WhenAny(queue.Ready, Task.Delay(SetUpLimit, time, CancellationToken.None));
            wait = options.Value.QuarantineAfter / 2;
        }
    }
}
