using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Feeds;

/// <summary>Times as feeds write them: ISO 8601, or RFC 822 with its zones (RSS 2.0, section pubDate).</summary>
internal static partial class FeedTime
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>Reads a time; one without a zone, or with an unknown one, is taken as UTC.</summary>
    /// <returns>In UTC and whole milliseconds; null when the text is no complete date.</returns>
    public static DateTimeOffset? Read(string? text)
        => ListingTime.Read(text) ?? (text is { Length: <= 60 } && Rfc822.Match(text.Trim()) is { Success: true } match ? Read(match) : null);

    /// <summary>A day from its numbers or the name of its month.</summary>
    /// <returns>Null when it is no complete date.</returns>
    public static DateTimeOffset? Day(string? year, string? month, string? day)
        => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            && y is >= 1 and <= 9999 && MonthOf(month) is { } m && d >= 1 && d <= DateTime.DaysInMonth(y, m)
                ? new DateTimeOffset(y, m, d, 0, 0, 0, TimeSpan.Zero)
                : null;

    private static int? MonthOf(string? month)
        => int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number is >= 1 and <= 12 ? number : null
            : month is { Length: >= 3 } && Months.IndexOf(month[..3], StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at % 3 == 0 ? (at / 3) + 1
            : null;

    private static DateTimeOffset? Read(Match match)
    {
        var year = match.Groups["year"].Value;
        year = year.Length == 2 ? (string.CompareOrdinal(year, "70") < 0 ? "20" : "19") + year : year;
        return Day(year, match.Groups["month"].Value, match.Groups["day"].Value) is { } day
            && TimeSpan.TryParse(match.Groups["time"] is { Success: true } time ? time.Value : "0:00", CultureInfo.InvariantCulture, out var sinceMidnight)
                ? day + sinceMidnight - Zone(match.Groups["zone"].Value)
                : null;
    }

    private static TimeSpan Zone(string zone) => zone.ToUpperInvariant() switch
    {
        "EST" or "CDT" => TimeSpan.FromHours(-5),
        "EDT" => TimeSpan.FromHours(-4),
        "CST" or "MDT" => TimeSpan.FromHours(-6),
        "MST" or "PDT" => TimeSpan.FromHours(-7),
        "PST" => TimeSpan.FromHours(-8),
        ['+' or '-', _, _, .., _, _] numbers => Offset(numbers),
        _ => TimeSpan.Zero,
    };

    private static TimeSpan Offset(string zone)
    {
        var hours = int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(zone.AsSpan(zone.Length - 2), CultureInfo.InvariantCulture);
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    [GeneratedRegex(
        @"^(?:[A-Za-z]{3,9},?\s+)?(?<day>[0-9]{1,2})\s+(?<month>[A-Za-z]{3,9})\.?\s+(?<year>[0-9]{4}|[0-9]{2})" +
        @"(?:\s+(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\s*(?<zone>[+-][0-9]{2}:?[0-9]{2}|[A-Za-z]{1,5})?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Rfc822 { get; }
}
