using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Webhooks;

/// <summary>A subscription in the hands of this process as long as it works on it; given back when disposed.</summary>
internal sealed class WebhookLease : IAsyncDisposable
{
    /// <summary>How long it outlives a process that was killed.</summary>
    /// <remarks>Above the time a store may be away while it chooses another primary: about 12 s.</remarks>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(20);

    private readonly ISubscriptionStore _store;
    private readonly Guid _holder;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewal;

    private WebhookLease(ISubscriptionStore store, Subscription taken, Guid holder, TimeProvider time)
    {
        (_store, Taken, _holder) = (store, taken, holder);
        _renewal = RenewAsync(time);
    }

    /// <summary>The subscription as it stood when it was taken.</summary>
    public Subscription Taken { get; }

    /// <summary>Cancelled when it is in other hands, or no longer active.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes a subscription in hand.</summary>
    /// <returns>Null when another holds it, or it is not active.</returns>
    public static async Task<WebhookLease?> TakeAsync(
        ISubscriptionStore store, Guid id, Guid holder, TimeProvider time, CancellationToken cancellationToken)
        => await store.TakeAsync(id, holder, Hold, cancellationToken) is { } taken ? new(store, taken, holder, time) : null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _lost.Dispose();

        // Also by a process that is being stopped.
        await _store.ReleaseAsync(Taken.Id, _holder, CancellationToken.None);
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

    // While the store cannot be reached nobody can take it over; the next tick tries again.
    private async Task<bool> TryRenewAsync()
    {
        try
        {
            return await _store.TakeAsync(Taken.Id, _holder, Hold, CancellationToken.None) is not null;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
