using System.Globalization;

namespace Pipeline.Standalone.Output;

/// <summary>Days and times as people read them.</summary>
internal static class DayText
{
    private const string Form = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Days from first to last; <c>-</c> when there are none.</summary>
    public static string Of(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => Of(first),
        ({ } first, { } last) => $"{Of(first)} to {Of(last)}",
        _ => "-",
    };

    /// <summary>A moment by the clock of a time zone, with its distance from UTC.</summary>
    public static string Local(DateTimeOffset at, string timeZone)
        => TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone)
            ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)
            : Utc(at);

    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>Reads a day.</summary>
    /// <returns>Null when the text is none.</returns>
    public static DateOnly? Read(string text)
        => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
