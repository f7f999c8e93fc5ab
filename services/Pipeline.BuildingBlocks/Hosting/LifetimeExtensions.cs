using Microsoft.Extensions.Hosting;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Waiting for the rest of a process.</summary>
public static class LifetimeExtensions
{
    /// <summary>
    /// Waits until everything of the process has started. Before the bus has, its queues are bound to nothing, and what is published or
    /// sent then is lost.
    /// </summary>
    public static async Task WaitUntilStartedAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lifetime);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
