using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Scheduling;

/// <summary>Decides which days of the past are asked for, and in which parts.</summary>
public static class BackfillPlan
{
    /// <summary>Whether a day is to be asked for.</summary>
    /// <param name="day">How it stands.</param>
    /// <param name="again">Whether covered days are asked for, too.</param>
    public static bool Needs(DayCoverage day, bool again)
    {
        ArgumentNullException.ThrowIfNull(day);
        return day.State switch
        {
            DayState.Skipped => false,
            DayState.Covered => again,
            _ => true,
        };
    }

    /// <summary>Days that one run asks for at most: one where every day is a request of its own, else a chunk.</summary>
    public static int DaysInARun(SourceDefinition source, int chunk)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Kind is SourceKind.ArxivQuery or SourceKind.ArxivOai ? chunk : 1;
    }

    /// <summary>The first part: needed days in a row, at most <paramref name="daysInARun"/>.</summary>
    /// <param name="coverage">How the days stand that were not asked for yet, in order.</param>
    /// <param name="again">Whether covered days are asked for, too.</param>
    /// <param name="daysInARun">Most days of a part, from 1.</param>
    /// <returns>Null when no day is needed any more.</returns>
    public static DayWindow? NextPart(IEnumerable<DayCoverage> coverage, bool again, int daysInARun)
    {
        var days = coverage
            .SkipWhile(day => !Needs(day, again))
            .TakeWhile(day => Needs(day, again))
            .Take(daysInARun)
            .ToList();
        return days.Count == 0 ? null : new DayWindow(days[0].Day, days[^1].Day);
    }

    /// <summary>All parts.</summary>
    /// <param name="coverage">How the days stand, in order.</param>
    /// <param name="again">Whether covered days are asked for, too.</param>
    /// <param name="daysInARun">Most days of a part, from 1.</param>
    public static IReadOnlyList<DayWindow> Parts(IReadOnlyList<DayCoverage> coverage, bool again, int daysInARun)
    {
        var parts = new List<DayWindow>();
        while (NextPart(coverage.SkipWhile(day => parts.Count > 0 && day.Day <= parts[^1].To), again, daysInARun) is { } part)
        {
            parts.Add(part);
        }

        return parts;
    }
}
