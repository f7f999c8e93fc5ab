using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Turns in memory, one holder at a time, without a clock: a turn is held until it is given back.</summary>
internal sealed class FakeLease : IHostBudget
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Guid> _holders = new(StringComparer.Ordinal);

    public Task<TimeSpan> TryTakeAsync(string host, Guid holder, TimeSpan interval, TimeSpan hold, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_holders.TryAdd(host, holder) || _holders[host] == holder ? TimeSpan.Zero : hold);
        }
    }

    public Task<bool> RenewAsync(string host, Guid holder, TimeSpan hold, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ReleaseAsync(string host, Guid holder, TimeSpan pause, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_holders.GetValueOrDefault(host) == holder)
            {
                _holders.Remove(host);
            }

            return Task.CompletedTask;
        }
    }
}
