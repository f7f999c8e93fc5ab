using System.Collections.Concurrent;
using System.Globalization;
using Pipeline.Testing;

namespace Pipeline.Chaos.Faults;

/// <summary>Keeps the workers running, as an orchestrator does: whoever has ended is started again.</summary>
public sealed class Crew : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly IReadOnlyList<(string Name, WorkerProcess Process, SemaphoreSlim Gate)> _workers;
    private readonly ConcurrentDictionary<string, int> _deaths = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;

    public Crew(WorkerFleet fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        _workers = [.. fleet.Workers
            .GroupBy(worker => worker.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Select((worker, n) => (NameOf(same.Key, n), worker, new SemaphoreSlim(1))))];
        _watching = WatchAsync();
    }

    /// <summary>How often each worker ended by itself.</summary>
    public IReadOnlyDictionary<string, int> Deaths => _deaths;

    /// <summary>Names of the workers of a fleet, as the schedule has them.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<string> programs, int replicas)
        => [.. programs.SelectMany(program => Enumerable.Range(0, IsStage(program) ? replicas : 1).Select(n => NameOf(program, n)))];

    /// <summary>Whether a program is one that runs in several processes when asked to.</summary>
    public static bool IsStage(string program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return program is not ("Pipeline.Fetcher" or "Pipeline.Scheduler");
    }

    /// <summary>Kills a worker, and starts it again after a while.</summary>
    public async Task KillAsync(string name, TimeSpan downFor, CancellationToken cancellationToken)
    {
        var (_, process, gate) = _workers.Single(worker => worker.Name == name);
        await gate.WaitAsync(cancellationToken);
        try
        {
            await process.KillAsync();
            await Task.Delay(downFor, TimeProvider.System, cancellationToken);
            process.Start();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        foreach (var (_, _, gate) in _workers)
        {
            gate.Dispose();
        }

        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                foreach (var (name, process, gate) in _workers.Where(worker => worker.Process.HasExited))
                {
                    await RestartAsync(name, process, gate);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task RestartAsync(string name, WorkerProcess process, SemaphoreSlim gate)
    {
        await gate.WaitAsync(_end.Token);
        try
        {
            if (process.HasExited)
            {
                _deaths.AddOrUpdate(name, 1, (_, deaths) => deaths + 1);
                await process.KillAsync();
                process.Start();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private static string NameOf(string program, int n) => string.Create(CultureInfo.InvariantCulture, $"{program["Pipeline.".Length..]} {n + 1}");
}
