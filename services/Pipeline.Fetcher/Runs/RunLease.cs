using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Runs;

/// <summary>A run in hand: its due time is kept ahead, so that the Scheduler does not dispatch it again while somebody works on it.</summary>
internal sealed class RunLease : IAsyncDisposable
{
    // As long as this, a killed Fetcher keeps its run from others.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    // The Scheduler's clock may be ahead of ours; what it takes for due is taken for due here.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

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
    /// <returns>
    /// Null when it has ended, was put off, or somebody else has it in hand: a run that waits long in the queue, or whose
    /// connection broke, comes twice.
    /// </returns>
    public static async Task<RunLease?> TakeAsync(
        IFetchRunStore runs, FetchRun run, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        if (run.HasEnded || run.HeldUntil > time.GetUtcNow() + ClockSkew)
        {
            return null;
        }

        var lease = new RunLease(runs, run, time, logger);
        if (!await lease.UpdateAsync(taken => lease.Hold(taken) with { State = RunState.Running }, cancellationToken))
        {
            await lease.DisposeAsync();
            return null;
        }

        lease._renewal = lease.RenewAsync(lease._end.Token);
        return lease;
    }

    /// <summary>Writes the run.</summary>
    /// <returns>False when it has ended meanwhile, or somebody else has taken it; nothing is written then.</returns>
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

            Run = changed with { Sequence = changed.Sequence + 1 };
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
        await FreeAsync();
        _end.Dispose();
        _turn.Dispose();
    }

    private FetchRun Hold(FetchRun run)
    {
        var until = _time.GetStoredNow() + Ahead;
        return run with { DueAt = until, HeldUntil = until };
    }

    // A delivery that broke off is repeated, here or elsewhere: the repetition must find the run free.
    private async Task FreeAsync()
    {
        try
        {
            if (Run is { State: RunState.Running, HeldUntil: not null })
            {
                await UpdateAsync(run => run with { State = RunState.Waiting, HeldUntil = null }, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            _logger.NotRenewed(Run.Id, e.Message);
        }
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
                // Not to be broken off half-way: whether it was written decides whether the next write counts.
                await UpdateAsync(Hold, CancellationToken.None);
            }
            catch (Exception e)
            {
                // The next tick tries again; at worst somebody else takes the run, and this delivery stops at its next write.
                _logger.NotRenewed(Run.Id, e.Message);
            }
        }
    }
}
