using System.Globalization;

namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>Dates as a page shows them: <c>Sep 19</c>, <c>Sep 19, 2024</c>, <c>2024-09-19</c>.</summary>
internal static class CaptureDate
{
    private const int MaxLength = 40;

    private static readonly string[] WithYear =
    [
        "MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy", "ddd, MMM d, yyyy", "dddd, MMMM d, yyyy", "yyyy-MM-dd",
    ];

    private static readonly string[] MonthOnly = ["MMMM yyyy", "MMM yyyy"];

    // A leap year stands in for the missing one, so that Feb 29 is a date.
    private static readonly string[] WithoutYear = ["yyyy MMM d", "yyyy MMMM d", "yyyy d MMM", "yyyy d MMMM"];

    /// <summary>Whether the line is a date, with or without a year.</summary>
    public static bool IsDate(string line)
        => line.Length <= MaxLength
            && line.AsSpan().ContainsAnyInRange('0', '9')
            && (ReadDay(line) is not null || Parses(line, MonthOnly) || Parses($"2000 {line}", WithoutYear));

    /// <summary>Whether the line is a date with the number of comments stuck to it, as copying a card leaves it: <c>May 2912</c> is May 29 and 12 comments.</summary>
    public static bool IsDateWithComments(string line)
    {
        if (line.Length > MaxLength || line.Length == 0 || !char.IsAsciiDigit(line[^1]))
        {
            return false;
        }

        var digits = line.Length - line.AsSpan().TrimEnd("0123456789").Length;
        return Enumerable.Range(1, digits - 1).Any(comments => IsDate(line[..^comments]));
    }

    /// <summary>Reads a full date as the start of that day in UTC.</summary>
    /// <returns>Null when the line is none, or has no day or no year.</returns>
    public static DateTimeOffset? ReadDay(string line)
        => DateTimeOffset.TryParseExact(line, WithYear, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;

    private static bool Parses(string line, string[] forms)
        => DateTimeOffset.TryParseExact(line, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
