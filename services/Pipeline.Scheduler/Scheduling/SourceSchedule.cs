using Cronos;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Scheduling;

/// <summary>The times at which a source is due: a cron expression in a time zone.</summary>
/// <remarks>
/// Where the clocks go forward, a time that does not exist falls on the first moment after the gap. Where they go back, a
/// time that comes twice counts once, the first time; an expression with steps or lists of hours or minutes counts both.
/// </remarks>
public sealed class SourceSchedule
{
    // Any moment will do to see whether a schedule ever fires: a pattern comes back at the latest after 40 years.
    private static readonly DateTimeOffset Past = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CronExpression _cron;
    private readonly TimeZoneInfo _zone;

    private SourceSchedule(CronExpression cron, TimeZoneInfo zone) => (_cron, _zone) = (cron, zone);

    /// <summary>Says what is wrong with the schedule of a source.</summary>
    /// <returns>One line that begins with the key; null when all is well, or the source has no schedule.</returns>
    public static string? Check(SourceDefinition source)
    {
        Read(source, out var fault);
        return fault;
    }

    /// <summary>Reads the schedule of a source.</summary>
    /// <returns>The schedule; null when there is none, or it is wrong.</returns>
    public static SourceSchedule? Read(SourceDefinition source) => Read(source, out _);

    /// <summary>The first slot after a moment.</summary>
    /// <returns>The slot in UTC; null when there is none before the year 2500.</returns>
    public DateTimeOffset? Next(DateTimeOffset after) => _cron.GetNextOccurrence(after, _zone)?.ToUniversalTime();

    /// <summary>The last slot at or before a moment.</summary>
    /// <returns>The slot in UTC; null when there is none.</returns>
    public DateTimeOffset? Newest(DateTimeOffset now)
    {
        if (_cron.GetPreviousOccurrence(now, _zone, inclusive: true) is not { } hint)
        {
            return null;
        }

        // Looking back gives the second before a gap where looking ahead gives the moment after it: only the way ahead counts,
        // so that a slot is the same moment however it is found.
        DateTimeOffset? newest = null;
        var slot = _cron.GetNextOccurrence(_cron.GetPreviousOccurrence(hint, _zone) ?? hint, _zone, inclusive: true);
        while (slot <= now)
        {
            newest = slot;
            slot = _cron.GetNextOccurrence(slot.Value, _zone);
        }

        return newest?.ToUniversalTime();
    }

    private static SourceSchedule? Read(SourceDefinition source, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(source);
        fault = null;
        if (string.IsNullOrWhiteSpace(source.Schedule))
        {
            return null;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(source.TimeZone, out var zone))
        {
            fault = "TimeZone: no such time zone; give an IANA name such as Europe/Berlin.";
            return null;
        }

        if (Parse(source.Schedule) is not { } cron)
        {
            fault = "Schedule: not a cron expression of five fields: minute, hour, day of month, month, day of week, for example 30 6 * * 1-5.";
            return null;
        }

        if (cron.GetNextOccurrence(Past, zone) is null)
        {
            fault = "Schedule: never fires; check day of month and month.";
            return null;
        }

        return new SourceSchedule(cron, zone);
    }

    private static CronExpression? Parse(string text)
    {
        try
        {
            return CronExpression.Parse(text, CronFormat.Standard);
        }
        catch (Exception e) when (e is CronFormatException or MissingSeedException)
        {
            return null;
        }
    }
}
