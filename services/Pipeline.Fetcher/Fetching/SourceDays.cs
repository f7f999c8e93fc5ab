namespace Pipeline.Fetcher.Fetching;

/// <summary>Days in a source's time zone. Pure.</summary>
internal static class SourceDays
{
    /// <summary>The day that it is there.</summary>
    public static DateOnly At(DateTimeOffset now, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    /// <summary>When a day begins there, in UTC: where clocks skip midnight, when they have; where it strikes twice, the first time.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        if (zone.IsAmbiguousTime(midnight))
        {
            return new DateTimeOffset(midnight, zone.GetAmbiguousTimeOffsets(midnight).Max()).ToUniversalTime();
        }

        return new(TimeZoneInfo.ConvertTimeToUtc(midnight, zone), TimeSpan.Zero);
    }

    /// <summary>Whether a day is over, there and in UTC: some sources count days of UTC, wherever their time zone is set to.</summary>
    public static bool IsOverAlsoInUtc(DateOnly day, TimeZoneInfo zone, DateTimeOffset at)
        => StartOf(day.AddDays(1), zone) <= at && StartOf(day.AddDays(1), TimeZoneInfo.Utc) <= at;

    /// <summary>Every day from the first to the last.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>A day as people and addresses write it: <c>2026-01-31</c>.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
