namespace Pipeline.Chaos.Faults;

/// <summary>The time of a schedule. It stands still while a broker or store starts, however long a busy machine takes for that.</summary>
public sealed class ScheduleClock(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _stood;
    private long? _standsSince;

    /// <summary>Time from the start, without the time in which it stood still.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                var now = _standsSince ?? time.GetTimestamp();
                return time.GetElapsedTime(_started, now) - _stood;
            }
        }
    }

    /// <summary>Runs something while it stands still.</summary>
    public async Task StandStillAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var since = time.GetTimestamp();
        lock (_lock)
        {
            _standsSince = since;
        }

        try
        {
            await work();
        }
        finally
        {
            lock (_lock)
            {
                _stood += time.GetElapsedTime(since);
                _standsSince = null;
            }
        }
    }
}
