namespace Pipeline.Delivery;

/// <summary>Wakes who reads the change log as soon as this process has written to it.</summary>
internal sealed class ChangeSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0);
    private readonly Lock _gate = new();

    /// <summary>Says that there may be something to do. Said again before somebody came, it is said once.</summary>
    public void Set()
    {
        lock (_gate)
        {
            if (_set.CurrentCount == 0)
            {
                _set.Release();
            }
        }
    }

    /// <summary>Waits until it is said, or for some time.</summary>
    public async Task WaitAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await _set.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _set.Dispose();
}
