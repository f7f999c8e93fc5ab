using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>Dates of which a source gives only the year, or year and month: the first day of what is given.</summary>
internal static partial class PartialDate
{
    private const int FirstYear = 1400;
    private const int LastYear = 2200;

    /// <summary>Reads a full time, or <c>2021/6/3</c>, <c>2021-06</c>, <c>2021</c>.</summary>
    /// <returns>In UTC; null when the text is none.</returns>
    public static DateTimeOffset? Read(string? text)
    {
        if (ListingTime.Read(text) is { } time)
        {
            return time;
        }

        var match = DateForm.Match(text is { Length: <= 40 } ? text : "");
        return match.Success ? Of(Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3])) : null;
    }

    /// <summary>The date; 0 for a month or day that is not given.</summary>
    /// <returns>Null when there is no such date.</returns>
    public static DateTimeOffset? Of(int year, int month = 0, int day = 0)
    {
        (month, day) = (Math.Max(month, 1), Math.Max(day, 1));
        return year is >= FirstYear and <= LastYear && month <= 12 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            : null;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^\\s*([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm { get; }
}
