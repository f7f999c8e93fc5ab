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
/// broker was never found away, the queues' own next try is near, and nothing is done until one has been lost for long.
/// </summary>
/// <remarks>
/// A queue whose channel is closed while it is being set up can wait for that channel for ever: the client drops who waits for a turn on
/// it (RabbitMQ.Client 7.2.2). It neither reads nor stops then, and nothing but another process helps: this one ends, to be started again.
/// </remarks>
/// <param name="answers">Whether the broker answers.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="lifetime">Ends the process; null where the bus belongs to nobody that could.</param>
internal sealed partial class BrokerReturn(
    Func<CancellationToken, Task<bool>> answers, TimeProvider time, ILogger<BrokerReturn> logger, IHostApplicationLifetime? lifetime = null)
    : BackgroundService, IReceiveEndpointObserver
{
    /// <summary>How often a broker that is away is asked. Seldom enough for a broker that has just started, and well within the half minute.</summary>
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>How long a queue may be lost while the broker answers; a queue tries by itself every half minute.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How long a queue may take to stop; it finishes what it has in hand, which can be a long listing.</summary>
    internal static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Uri, (IReceiveEndpoint Queue, long Since)> _lost = new();

    // One note is enough, however many queues are lost.
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>How many queues are without their broker now.</summary>
    internal int Lost => _lost.Count;

    public Task Ready(ReceiveEndpointReady ready) => ForgetAsync(ready.InputAddress);

    public Task Stopping(ReceiveEndpointStopping stopping) => ForgetAsync(stopping.InputAddress);

    public Task Completed(ReceiveEndpointCompleted completed) => ForgetAsync(completed.InputAddress);

    public Task Faulted(ReceiveEndpointFaulted faulted)
    {
        // It tells of each try that fails; the first one counts.
        _lost.TryAdd(faulted.InputAddress, (faulted.ReceiveEndpoint, time.GetTimestamp()));
        _news.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _news.Reader.ReadAllAsync(stoppingToken))
        {
            await WatchAsync(stoppingToken);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var away = false;
        while (!_lost.IsEmpty)
        {
            if (await answers(cancellationToken))
            {
                await Task.WhenAll(_lost.Values
                    .Where(lost => away || time.GetElapsedTime(lost.Since) >= Patience)
                    .Select(lost => RestartAsync(lost.Queue, cancellationToken)));
                away = false;
            }
            else
            {
                away = true;
            }

            // A broker that is away tells nobody when it is back.
            await Task.Delay(Every, time, cancellationToken);
        }
    }

    private Task ForgetAsync(Uri queue)
    {
        _lost.TryRemove(queue, out _);
        return Task.CompletedTask;
    }

    private async Task RestartAsync(IReceiveEndpoint queue, CancellationToken cancellationToken)
    {
        try
        {
            // Not a time-out on the stop itself: it may fail with one of its own, and that is no hang.
            var stop = queue.Stop(cancellationToken);
            if (await Task.WhenAny(stop, Task.Delay(StopLimit, time, cancellationToken)) != stop)
            {
                cancellationToken.ThrowIfCancellationRequested();
                LogStuck(logger, queue.InputAddress);
                lifetime?.StopApplication();
                return;
            }

            await stop;
            await ForgetAsync(queue.InputAddress);

            // Its handle, which tells when it reads, is of no use here: a queue that fails again says so.
            _ = queue.Start(cancellationToken);
            LogRestarted(logger, queue.InputAddress);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotRestarted(logger, e, queue.InputAddress);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The broker answers again; {Queue} is read again")]
    private static partial void LogRestarted(ILogger logger, Uri queue);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Queue} lost the broker and can neither read nor stop; this process ends, so that it is started again")]
    private static partial void LogStuck(ILogger logger, Uri queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker answers again, but {Queue} could not be started anew; it is tried again later")]
    private static partial void LogNotRestarted(ILogger logger, Exception exception, Uri queue);
}
