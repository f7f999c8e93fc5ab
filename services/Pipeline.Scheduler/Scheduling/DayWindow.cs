namespace Pipeline.Scheduler.Scheduling;

/// <summary>Days asked for in one run.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before <paramref name="From"/>.</param>
public sealed record DayWindow(DateOnly From, DateOnly To)
{
    /// <summary>How many days, from 1.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
