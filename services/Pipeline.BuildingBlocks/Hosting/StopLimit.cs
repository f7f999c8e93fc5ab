namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Ends a process that was told to stop and hangs. A queue of the bus can (<see cref="Messaging.BrokerReturn"/>), and minds no time-out.</summary>
/// <param name="time">The clock.</param>
/// <param name="end">Ends the process at once; what was in hand comes again.</param>
internal sealed class StopLimit(TimeProvider time, Action end)
{
    /// <summary>How long a process may take to stop: longer than its host gives its parts, shorter than orchestrators wait before they kill.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(55);

    /// <summary>Waits until the process has run.</summary>
    /// <param name="running">The run.</param>
    /// <param name="stopping">Cancelled when it is told to stop.</param>
    public async Task HoldAsync(Task running, CancellationToken stopping)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stopping.Register(() => told.TrySetResult());
        if (await Task.WhenAny(running, told.Task) == told.Task && await Task.WhenAny(running, Task.Delay(Limit, time, CancellationToken.None)) != running)
        {
            await Console.Error.WriteLineAsync($"Not stopped within {Limit.TotalSeconds:0} s of being told to; ended.");
            end();
        }

        await running;
    }
}
