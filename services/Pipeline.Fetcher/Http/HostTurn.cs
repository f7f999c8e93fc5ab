using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Http;

/// <summary>A turn at a host, kept as long as its request lasts; given back when disposed.</summary>
internal sealed class HostTurn : IAsyncDisposable
{
    /// <summary>How long a turn outlives a process that was killed.</summary>
    /// <remarks>Above the time a store may be away while it chooses another primary: about 12 s.</remarks>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(20);

    private readonly IHostBudget _budget;
    private readonly string _group;
    private readonly Guid _holder;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewal;

    public HostTurn(IHostBudget budget, string group, Guid holder, TimeProvider time)
    {
        (_budget, _group, _holder) = (budget, group, holder);
        _renewal = RenewAsync(time);
    }

    /// <summary>Nobody gets a turn for so long after this one.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Cancelled when somebody else has the turn: this process or the store was away for too long.</summary>
    public CancellationToken Lost => _lost.Token;

    // Also given back by a process that is being stopped.
    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested)
        {
            return;
        }

        await _end.CancelAsync();
        await _renewal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _budget.ReleaseAsync(_group, _holder, Pause, CancellationToken.None);
        _end.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Hold / 4, time);
        while (await timer.WaitForNextTickAsync(_end.Token))
        {
            if (!await TryRenewAsync())
            {
                await _lost.CancelAsync();
                return;
            }
        }
    }

    // While the store cannot be reached nobody can take the turn over; the next tick tries again.
    private async Task<bool> TryRenewAsync()
    {
        try
        {
            return await _budget.RenewAsync(_group, _holder, Hold, CancellationToken.None);
        }
        catch (Exception)
        {
            return true;
        }
    }
}
