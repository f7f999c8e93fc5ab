using System.Globalization;

namespace Pipeline.Chaos.Faults;

/// <summary>How long it took after an outage until the next paper was done.</summary>
/// <param name="Fault">The outage.</param>
/// <param name="After">The time from its end; null when the next outage, or the end of the schedule, came first.</param>
/// <param name="Watched">How long it was looked at.</param>
public sealed record Recovery(Fault Fault, TimeSpan? After, TimeSpan Watched)
{
    /// <summary>In one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Fault}: the flow resumed {(After is { } after ? $"after {after.TotalSeconds:0.0} s" : $"not within the {Watched.TotalSeconds:0.0} s before the next outage")}");
}

/// <summary>Sees when the flow resumes after an outage. Told by the faults and by the events, from any thread.</summary>
public sealed class FlowWatch(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<Recovery> _recoveries = [];
    private Fault? _fault;
    private long _since;

    /// <summary>Every outage so far whose recovery is known, or never will be.</summary>
    public IReadOnlyList<Recovery> Recoveries
    {
        get
        {
            lock (_lock)
            {
                return [.. _recoveries];
            }
        }
    }

    /// <summary>An outage begins.</summary>
    public void Interrupted() => Close(resumed: false);

    /// <summary>An outage is over.</summary>
    public void Restored(Fault fault)
    {
        lock (_lock)
        {
            (_fault, _since) = (fault, time.GetTimestamp());
        }
    }

    /// <summary>A paper is done, or nothing is left to do.</summary>
    public void Flows() => Close(resumed: true);

    private void Close(bool resumed)
    {
        lock (_lock)
        {
            if (_fault is { } fault)
            {
                var elapsed = time.GetElapsedTime(_since);
                _recoveries.Add(new(fault, resumed ? elapsed : null, elapsed));
                _fault = null;
            }
        }
    }
}
