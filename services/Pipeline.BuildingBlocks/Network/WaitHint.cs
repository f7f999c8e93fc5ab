using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.BuildingBlocks.Network;

/// <summary>How long a server asks to be left alone. Pure.</summary>
/// <remarks>
/// <c>Retry-After</c> in seconds or as a date (RFC 9110, 10.2.3), the <c>RateLimit</c> fields in both their forms
/// (<c>limit=.., remaining=0, reset=30</c> and <c>"default";r=0;t=30</c>), and <c>X-RateLimit-Reset</c> in seconds or as Unix time.
/// </remarks>
public static partial class WaitHint
{
    /// <summary>Longest wait that is believed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>A shorter wait is sat out; a longer one is no reason to keep a process waiting.</summary>
    public static readonly TimeSpan Brief = TimeSpan.FromSeconds(5);

    // Above this a number of seconds can only be a Unix time.
    private const long LeastUnixTime = 1_000_000_000;

    /// <summary>Reads the wait out of the headers of a refusal.</summary>
    /// <param name="header">Value of a header by name; null when it is absent.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Null when no header says how long; else 0 to <see cref="Longest"/>.</returns>
    public static TimeSpan? OfRefusal(Func<string, string?> header, DateTimeOffset now)
        => Clamp(RetryAfter(header("Retry-After"), now) ?? Reset(header, now));

    /// <summary>Reads the wait out of the headers of an answer that used up the budget.</summary>
    /// <returns>Zero when requests are left, or nothing is said.</returns>
    public static TimeSpan OfAnswer(Func<string, string?> header, DateTimeOffset now)
        => Remaining(header) == 0 ? Clamp(Reset(header, now)) ?? TimeSpan.Zero : TimeSpan.Zero;

    private static TimeSpan? RetryAfter(string? value, DateTimeOffset now)
    {
        if (Seconds(value) is { } seconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(value, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date - now
            : null;
    }

    private static TimeSpan? Reset(Func<string, string?> header, DateTimeOffset now)
    {
        var seconds = Seconds(Parameter(header("RateLimit"), ResetParameter))
            ?? Seconds(header("RateLimit-Reset")) ?? Seconds(header("X-RateLimit-Reset"));
        return seconds switch
        {
            null => null,
            >= LeastUnixTime => DateTimeOffset.FromUnixTimeSeconds(seconds.Value) - now,
            _ => TimeSpan.FromSeconds(seconds.Value),
        };
    }

    private static long? Remaining(Func<string, string?> header)
        => Seconds(Parameter(header("RateLimit"), RemainingParameter))
            ?? Seconds(header("RateLimit-Remaining")) ?? Seconds(header("X-RateLimit-Remaining"));

    private static string? Parameter(string? value, Regex parameter)
        => value is not null && parameter.Match(value) is { Success: true } match ? match.Groups[1].Value : null;

    // More digits than a Unix time ever has are no time.
    private static long? Seconds(string? value)
        => value is { Length: <= 12 } && long.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    private static TimeSpan? Clamp(TimeSpan? wait)
        => wait is null ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;

    private static readonly string[] Dates = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    [GeneratedRegex(@"(?:^|[;,\s])(?:reset|t)=(\d{1,12})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ResetParameter { get; }

    [GeneratedRegex(@"(?:^|[;,\s])(?:remaining|r)=(\d{1,12})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex RemainingParameter { get; }
}
