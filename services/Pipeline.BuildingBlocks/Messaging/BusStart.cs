using Microsoft.Extensions.Hosting;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Starts and stops the bus with its process, and lets a start end that is told to stop.</summary>
/// <remarks>
/// A start that is broken off disposes of the channels on which its queues are being set up, and what waits there for its turn waits for
/// ever (<see cref="BrokerReturn"/>): the process could not stop. A start takes seconds, more over a slow line. Without a broker it takes
/// for ever; then no queue is being set up, and it is broken off at once.
/// </remarks>
/// <param name="bus">The bus.</param>
/// <param name="answers">Whether the broker answers.</param>
/// <param name="time">The clock.</param>
internal sealed class BusStart(IHostedService bus, Func<CancellationToken, Task<bool>> answers, TimeProvider time) : IHostedService, IAsyncDisposable
{
    /// <summary>How much longer a start that is told to stop may take; with the stop of the bus it stays below the limit of the process.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var broken = new CancellationTokenSource();
        var start = bus.StartAsync(broken.Token);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(() => told.TrySetResult()))
        {
            await Task.WhenAny(start, told.Task);
        }

        if (!start.IsCompleted && !await EndsInTimeAsync(start))
        {
            await broken.CancelAsync();
        }

        await start;
    }

    public Task StopAsync(CancellationToken cancellationToken) => bus.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => bus is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    private async Task<bool> EndsInTimeAsync(Task start)
    {
        using var grace = new CancellationTokenSource(Grace, time);
        try
        {
            return await answers(grace.Token) && await Task.WhenAny(start, Task.Delay(Timeout.InfiniteTimeSpan, time, grace.Token)) == start;
        }
        catch (OperationCanceledException) when (grace.IsCancellationRequested)
        {
            return false;
        }
    }
}
