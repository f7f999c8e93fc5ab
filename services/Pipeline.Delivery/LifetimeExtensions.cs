using Microsoft.Extensions.Hosting;

namespace Pipeline.Delivery;

/// <summary>Waiting for the process that one is part of.</summary>
internal static class LifetimeExtensions
{
    /// <summary>Waits until everything has started: the store is prepared, and the queues are bound.</summary>
    public static async Task WaitForStartAsync(this IHostApplicationLifetime lifetime, CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }
}
