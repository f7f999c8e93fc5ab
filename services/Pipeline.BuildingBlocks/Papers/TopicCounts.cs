namespace Pipeline.BuildingBlocks.Papers;

/// <summary>How long the stretches of time are that papers are counted in. Days are UTC.</summary>
public enum TopicPeriod
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}

/// <summary>Which papers to count by their topics.</summary>
public sealed record TopicCountQuery
{
    /// <summary>Length of a period.</summary>
    public TopicPeriod By { get; init; } = TopicPeriod.Month;

    /// <summary>Only papers published on this day or later; without a known day, listed, else obtained.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Only papers published on this day or before.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only papers seen in a listing of this source; the id of a directory finds what any of its files showed.</summary>
    public string? SourceId { get; init; }
}

/// <summary>Papers of one topic in one period.</summary>
/// <param name="Topic">Id of the topic.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Papers">Papers with the topic whose day lies in it; from 1.</param>
public sealed record TopicCount(string Topic, DateOnly From, long Papers);

/// <summary>The calendar of <see cref="TopicPeriod"/>; both stores count by its numbers.</summary>
public static class TopicPeriods
{
    private const int MonthsPerYear = 12;
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>First day of the period that a day lies in.</summary>
    public static DateOnly FirstDay(this TopicPeriod period, DateOnly day) => period switch
    {
        // Sunday is 0.
        TopicPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TopicPeriod.Month => new(day.Year, day.Month, 1),
        _ => day,
    };

    /// <summary>First day of the period before the one that begins on a day.</summary>
    public static DateOnly Before(this TopicPeriod period, DateOnly first)
        => first == DateOnly.MinValue ? first : period.FirstDay(first.AddDays(-1));

    /// <summary>First day of a period by its number: days since 1970 of its first day, or months since the year 0.</summary>
    public static DateOnly FromNumber(this TopicPeriod period, long number) => period == TopicPeriod.Month
        ? new((int)(number / MonthsPerYear), (int)(number % MonthsPerYear) + 1, 1)
        : DateOnly.FromDayNumber((int)Math.Max(0, Epoch.DayNumber + number));

    /// <summary>Days from 1970 to a day.</summary>
    public static int DaysSince1970(DateOnly day) => day.DayNumber - Epoch.DayNumber;
}
