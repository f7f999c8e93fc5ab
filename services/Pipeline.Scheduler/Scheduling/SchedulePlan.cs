using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Scheduling;

/// <summary>Decides which slot of a schedule is due, and for which days its run asks.</summary>
/// <remarks>
/// After a downtime only the newest missed slot is due: one run that asks for all missed days, never a burst. A slot on a
/// skipped day of the week runs all the same, for the days before it; the skipped day itself needs no answer.
/// </remarks>
public static class SchedulePlan
{
    /// <summary>The slot to claim now.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="since">From when on it counts: slots before are nobody's.</param>
    /// <param name="lastSlot">The slot claimed last; null when none was.</param>
    /// <param name="now">The current time.</param>
    /// <returns>The newest slot not claimed yet; null when none is due.</returns>
    public static DateTimeOffset? Due(SourceSchedule schedule, DateTimeOffset since, DateTimeOffset? lastSlot, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var newest = schedule.Newest(now);
        return newest >= since && (lastSlot is null || newest > lastSlot) ? newest : null;
    }

    /// <summary>The days that a run always asks for: the newest one, and those before it that may still have changed.</summary>
    public static DayWindow Usual(SourceDefinition source, DateOnly newest)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new DayWindow(newest.AddDays(-source.OverlapDays), newest);
    }

    /// <summary>The days that a run for a slot may ask for at most: the usual ones, and those missed in a downtime.</summary>
    /// <param name="source">The source, one that is asked by day.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="since">From when on the schedule counts: days before are left to a backfill.</param>
    /// <param name="catchUpDays">Most days before the newest one.</param>
    public static DayWindow Widest(SourceDefinition source, DateTimeOffset slot, DateTimeOffset since, int catchUpDays)
    {
        var newest = source.DayOf(slot);
        var usual = Usual(source, newest);
        var limit = newest.AddDays(-catchUpDays);
        var scheduled = source.DayOf(since);
        var first = scheduled > limit ? scheduled : limit;
        return first < usual.From ? new DayWindow(first, newest) : usual;
    }

    /// <summary>The days that the run for a slot asks for: the usual ones, extended back to the first one still to be asked for.</summary>
    /// <param name="source">The source, one that is asked by day.</param>
    /// <param name="widest">What it may ask for at most.</param>
    /// <param name="coverage">How these days stand, in order.</param>
    public static DayWindow Window(SourceDefinition source, DayWindow widest, IEnumerable<DayCoverage> coverage)
    {
        ArgumentNullException.ThrowIfNull(widest);
        var usual = Usual(source, widest.To);
        var missed = coverage.FirstOrDefault(day => day.MayBeAskedAgain && day.Day >= widest.From);
        return missed is not null && missed.Day < usual.From ? usual with { From = missed.Day } : usual;
    }

    /// <summary>Whether a downtime was longer than its days are caught up: what lies before needs a backfill.</summary>
    /// <param name="source">The source, one that is asked by day.</param>
    /// <param name="before">When it was last asked on time: the last slot, or from when on its schedule counts.</param>
    /// <param name="widest">What the run may ask for at most.</param>
    public static bool ReachesTooFar(SourceDefinition source, DateTimeOffset before, DayWindow widest)
    {
        ArgumentNullException.ThrowIfNull(widest);
        return source.DayOf(before) < widest.From;
    }
}
