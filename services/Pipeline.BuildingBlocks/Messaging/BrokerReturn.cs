using System.Collections.Concurrent;
using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>
/// Makes the queues of this process read again soon after a broker that was away answers. By itself each queue tries again after ever
/// longer pauses, up to half a minute, and one behind the other the stages of a paper would take minutes. While a queue is without its
/// broker, the broker is asked every few seconds; once it answers, every such queue is started anew. After a short absence, in which the
/// broker was never found away, the queues' own next try is near, and nothing is done.
/// </summary>
/// <param name="answers">Whether the broker answers.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class BrokerReturn(Func<CancellationToken, Task<bool>> answers, TimeProvider time, ILogger<BrokerReturn> logger)
    : BackgroundService, IReceiveEndpointObserver
{
    /// <summary>How often a broker that is away is asked. Seldom enough for a broker that has just started, and well within the half minute.</summary>
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    // A queue that loses its broker once more while it stops may never tell that it has.
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Uri, IReceiveEndpoint> _lost = new();

    // One note is enough, however many queues are lost.
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public Task Ready(ReceiveEndpointReady ready) => ForgetAsync(ready.InputAddress);

    public Task Stopping(ReceiveEndpointStopping stopping) => ForgetAsync(stopping.InputAddress);

    public Task Completed(ReceiveEndpointCompleted completed) => ForgetAsync(completed.InputAddress);

    public Task Faulted(ReceiveEndpointFaulted faulted)
    {
        _lost[faulted.InputAddress] = faulted.ReceiveEndpoint;
        _news.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _news.Reader.ReadAllAsync(stoppingToken))
        {
            if (_lost.IsEmpty || await answers(stoppingToken))
            {
                continue;
            }

            do
            {
                await Task.Delay(Every, time, stoppingToken);
            }
            while (!_lost.IsEmpty && !await answers(stoppingToken));

            await Task.WhenAll(_lost.Values.Select(endpoint => RestartAsync(endpoint, stoppingToken)));
        }
    }

    private Task ForgetAsync(Uri queue)
    {
        _lost.TryRemove(queue, out _);
        return Task.CompletedTask;
    }

    private async Task RestartAsync(IReceiveEndpoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            await endpoint.Stop(cancellationToken).WaitAsync(StopLimit, time, cancellationToken);

            // Its handle, which tells when it reads, is of no use here: a queue that fails again says so.
            _ = endpoint.Start(cancellationToken);
            LogRestarted(logger, endpoint.InputAddress);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // It goes on trying by itself.
            LogNotRestarted(logger, e, endpoint.InputAddress);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The broker answers again; {Queue} is read again")]
    private static partial void LogRestarted(ILogger logger, Uri queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker answers again, but {Queue} could not be started anew; it is tried again later")]
    private static partial void LogNotRestarted(ILogger logger, Exception exception, Uri queue);
}
