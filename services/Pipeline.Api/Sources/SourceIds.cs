using Pipeline.Api.Errors;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Sources;

/// <summary>Sources as a path names them, and the days that a request asks for.</summary>
internal static class SourceIds
{
    public const string Description = "Id of a source.";

    /// <summary>Most days that one request looks at.</summary>
    public const int MaxDays = 3_660;

    public static Problem Unknown { get; } = Problems.NoSuch("source", "/sources");

    /// <summary>What is wrong with a span of days, and the parameter that is.</summary>
    /// <returns>Null when all is well.</returns>
    public static Problem? Fault(SourceDefinition source, DateOnly first, DateOnly last, DateTimeOffset now)
    {
        var today = source.DayOf(now);
        return last > today ? Problems.BadParameter("to", $"It is still to come: today is {today:yyyy-MM-dd} at the source.")
            : last < first ? Problems.BadParameter("from", "It must not lie after to.")
            : last.DayNumber - first.DayNumber >= MaxDays ? Problems.BadParameter("from", $"More than {MaxDays} days; ask for fewer at a time.")
            : null;
    }
}
