using System.Globalization;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>Times as listings write them.</summary>
internal static class ListingTime
{
    // The free parser would read a bare clock time against today's date.
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy/MM/dd", "ddd, d MMM yyyy HH:mm:ss 'GMT'",
    ];

    /// <summary>Reads a time; one without an offset is taken as UTC.</summary>
    /// <returns>In UTC and whole milliseconds; null when the text is none.</returns>
    public static DateTimeOffset? Read(string? text)
        => text is { Length: <= 40 }
            && DateTimeOffset.TryParseExact(
                text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero)
            : null;
}
