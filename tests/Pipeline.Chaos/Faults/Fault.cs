using System.Globalization;

namespace Pipeline.Chaos.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>A worker is killed with SIGKILL, and started again after a while.</summary>
    KillWorker,

    /// <summary>The broker is told to stop, and started again after a while.</summary>
    RestartBroker,

    /// <summary>The broker is killed with SIGKILL, and started again after a while.</summary>
    KillBroker,

    /// <summary>The store is told to stop, and started again after a while.</summary>
    RestartStore,

    /// <summary>The workers' line to the broker is cut: every connection ends, and no new one comes about.</summary>
    CutBroker,

    /// <summary>The workers' line to the store is cut.</summary>
    CutStore,

    /// <summary>The workers' line to the broker lets nothing through, and says so to nobody.</summary>
    FreezeBroker,

    /// <summary>The workers' line to the store lets nothing through.</summary>
    FreezeStore,
}

/// <summary>One thing that goes wrong.</summary>
/// <param name="Offset">When, from the start of the feed. One that is due while another lasts waits for its end; kills do not.</param>
/// <param name="Kind">What.</param>
/// <param name="Target">To which worker or part.</param>
/// <param name="Duration">How long, without the time that a start takes.</param>
public sealed record Fault(TimeSpan Offset, FaultKind Kind, string Target, TimeSpan Duration)
{
    /// <summary>In one line.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"at {Offset.TotalSeconds,6:0.0} s  {Kind,-13}  {Target}, for {Duration.TotalSeconds:0.0} s");
}
