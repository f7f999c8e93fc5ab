using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Runs;

/// <summary>A run in hand: its due time is kept ahead, so that the Scheduler does not dispatch it again while somebody works on it.</summary>
internal sealed class RunLease : IAsyncDisposable
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly IFetchRunStore _runs;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _end = new();
    private Task _renewal = Task.CompletedTask;

    private RunLease(IFetchRunStore runs, FetchRun run, TimeProvider time, ILogger logger)
        => (_runs, Run, _time, _logger) = (runs, run, time, logger);

    /// <summary>The run as it stands in the store.</summary>
    public FetchRun Run { get; private set; }

    /// <summary>Takes a run in hand.</summary>
    /// <returns>Null when it has ended.</returns>
    public static async Task<RunLease?> TakeAsync(
        IFetchRunStore runs, FetchRun run, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var lease = new RunLease(runs, run, time, logger);
        if (!await lease.UpdateAsync(taken => taken with { State = RunState.Running, DueAt = time.GetStoredNow() + Ahead }, cancellationToken))
        {
            await lease.DisposeAsync();
            return null;
        }

        lease._renewal = lease.RenewAsync(lease._end.Token);
        return lease;
    }

    /// <summary>Writes the run.</summary>
    /// <returns>False when it has ended meanwhile; nothing is written then.</returns>
    public async Task<bool> UpdateAsync(Func<FetchRun, FetchRun> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var changed = change(Run);
            if (Run.HasEnded || !await _runs.UpdateAsync(changed, cancellationToken))
            {
                return false;
            }

            Run = changed;
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes the run for the last time in this delivery.</summary>
    public async Task<bool> ReleaseAsync(Func<FetchRun, FetchRun> change, CancellationToken cancellationToken)
    {
        await StopRenewalAsync();
        return await UpdateAsync(change, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopRenewalAsync();
        _end.Dispose();
        _turn.Dispose();
    }

    private async Task StopRenewalAsync()
    {
        await _end.CancelAsync();
        await _renewal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Ahead / 3, _time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await UpdateAsync(run => run with { DueAt = _time.GetStoredNow() + Ahead }, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The next tick tries again; at worst the run is dispatched twice, which does no harm.
                _logger.NotRenewed(Run.Id, e.Message);
            }
        }
    }
}
