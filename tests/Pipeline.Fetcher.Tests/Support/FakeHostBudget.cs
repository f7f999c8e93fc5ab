using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Turns in memory, by the clock of the test.</summary>
internal sealed class FakeHostBudget(TimeProvider time) : IHostBudget
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Guid? Holder, DateTimeOffset Next)> _hosts = new(StringComparer.Ordinal);
    private readonly List<(string Host, DateTimeOffset At)> _turns = [];

    /// <summary>Turns that were taken, in order.</summary>
    public IReadOnlyList<(string Host, DateTimeOffset At)> Turns
    {
        get
        {
            lock (_lock)
            {
                return [.. _turns];
            }
        }
    }

    /// <summary>How often a turn was renewed, or tried to be.</summary>
    public int Renewals { get; private set; }

    /// <summary>Hosts whose turn somebody holds now.</summary>
    public IReadOnlyList<string> Held
    {
        get
        {
            lock (_lock)
            {
                return [.. _hosts.Where(host => host.Value.Holder is not null).Select(host => host.Key)];
            }
        }
    }

    public Task<TimeSpan> TryTakeAsync(string host, Guid holder, TimeSpan interval, TimeSpan hold, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var (held, next) = _hosts.GetValueOrDefault(host);
            if (held is not null && held != holder)
            {
                return Task.FromResult(TimeSpan.FromSeconds(1));
            }

            if (next > now)
            {
                return Task.FromResult(next - now);
            }

            _hosts[host] = (holder, now + interval);
            _turns.Add((host, now));
            return Task.FromResult(TimeSpan.Zero);
        }
    }

    public Task<bool> RenewAsync(string host, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Renewals++;
            return Task.FromResult(_hosts.TryGetValue(host, out var known) && known.Holder == holder);
        }
    }

    /// <summary>Takes a turn away from its holder, as another replica does once its hold has passed.</summary>
    public void TakeOver(string host)
    {
        lock (_lock)
        {
            _hosts[host] = (Guid.Empty, time.GetUtcNow());
        }
    }

    public Task ReleaseAsync(string host, Guid holder, TimeSpan pause, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var (held, next) = _hosts.GetValueOrDefault(host);
            if (held == holder)
            {
                var paused = time.GetUtcNow() + pause;
                _hosts[host] = (null, paused > next ? paused : next);
            }

            return Task.CompletedTask;
        }
    }
}
