namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Days as a source counts them: in its own time zone.</summary>
public static class SourceCalendar
{
    /// <summary>The day that a moment falls on.</summary>
    public static DateOnly DayOf(this SourceDefinition source, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(source);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone(source)).DateTime);
    }

    /// <summary>The moment at which a day is over. A day on which the clocks change is an hour longer or shorter.</summary>
    public static DateTimeOffset EndOf(this SourceDefinition source, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(source);
        var zone = Zone(source);
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        if (zone.IsAmbiguousTime(midnight))
        {
            // Midnight strikes twice; the first one ends the day.
            return new DateTimeOffset(midnight, zone.GetAmbiguousTimeOffsets(midnight).Max());
        }

        // Where the clocks go forward at midnight there is none; the offset before it gives the moment of the change.
        var offset = zone.IsInvalidTime(midnight) ? zone.GetUtcOffset(midnight.AddHours(-2)) : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset);
    }

    /// <summary>Whether the source lists nothing on this day of the week.</summary>
    public static bool Skips(this SourceDefinition source, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.SkipDays.Contains(day.DayOfWeek);
    }

    /// <summary>The days from <paramref name="first"/> to <paramref name="last"/>, in order; none when it is before.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var number = first.DayNumber; number <= last.DayNumber; number++)
        {
            yield return DateOnly.FromDayNumber(number);
        }
    }

    /// <summary>Reads a day of the week by its English name, in full or its first three letters; case does not matter.</summary>
    /// <returns>Null when it is none.</returns>
    public static DayOfWeek? ReadDayOfWeek(string? name)
        => Enum.GetValues<DayOfWeek>()
            .Where(day => day.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)
                || day.ToString()[..3].Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(day => (DayOfWeek?)day)
            .FirstOrDefault();

    private static TimeZoneInfo Zone(SourceDefinition source) => TimeZoneInfo.FindSystemTimeZoneById(source.TimeZone);
}
