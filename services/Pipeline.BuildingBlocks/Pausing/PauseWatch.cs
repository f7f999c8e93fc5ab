using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>
/// Stops the queues of paused stages and starts them again. What is in hand is finished first; what is in a queue waits there. While
/// the store is away everything stays as it was.
/// </summary>
internal sealed partial class PauseWatch(
    IPauseStore store, PausedStages paused, IEnumerable<StageQueues> stages, IOptions<PauseOptions> options, TimeProvider time, ILogger<PauseWatch> logger)
    : BackgroundService, IReceiveEndpointObserver
{
    private readonly SemaphoreSlim _changed = new(0);
    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, PausableQueue> _queues = [];
    private bool _failing;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the bus starts, so that a stage that is paused hardly reads anything.
        await TryReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public Task Ready(ReceiveEndpointReady ready)
    {
        lock (_lock)
        {
            if (_queues.TryGetValue(ready.InputAddress, out var known))
            {
                known.Started();
            }
            else if (stages.FirstOrDefault(stage => stage.Own(ready.InputAddress)) is { } stage)
            {
                _queues[ready.InputAddress] = new(stage.Stage, ready.ReceiveEndpoint);
            }
        }

        _changed.Release();
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await ApplyAsync(stoppingToken);

            // A pause comes from another process, through the store: somebody has to look.
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var next = Task.Delay(options.Value.Every, time, wait.Token);
            await Task.WhenAny(next, _changed.WaitAsync(wait.Token));
            await wait.CancelAsync();
            stoppingToken.ThrowIfCancellationRequested();
            await TryReadAsync(stoppingToken);
        }
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in Queues())
        {
            var pause = paused.Has(queue.Stage);
            try
            {
                if (await queue.SetAsync(pause, cancellationToken))
                {
                    LogChanged(logger, queue.Stage, pause ? "paused" : "goes on");
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // A queue that is just losing its broker cannot be stopped in order. It stays as it is, and the next look tries again.
                LogUnchanged(logger, e, queue.Stage);
            }
        }
    }

    private PausableQueue[] Queues()
    {
        lock (_lock)
        {
            return [.. _queues.Values];
        }
    }

    private async Task TryReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            paused.Set(await store.ListAsync(cancellationToken));
            _failing = false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A driver's time-out is a cancellation, too. Only the first failure is worth a line.
            if (!_failing)
            {
                _failing = true;
                LogUnknown(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stage {Stage}: {Change}")]
    private static partial void LogChanged(ILogger logger, PipelineStage stage, string change);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stage {Stage}: a queue could not be paused or started; tried again")]
    private static partial void LogUnchanged(ILogger logger, Exception exception, PipelineStage stage);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is paused cannot be read; it stays as it was")]
    private static partial void LogUnknown(ILogger logger, Exception exception);
}
