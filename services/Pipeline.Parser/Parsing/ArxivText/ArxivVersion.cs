using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>One version of a paper: <c>Date (revised v2): Mon, 8 Jan 2024 12:00:00 GMT   (12kb,D)</c>.</summary>
/// <param name="Number">From 1; null for a revision without number, as before 1997.</param>
/// <param name="Time">When it was submitted; null when that could not be read.</param>
/// <param name="IsEmpty">Whether it has no content: how arXiv marks a version that withdraws the paper.</param>
internal sealed partial record ArxivVersion(int? Number, DateTimeOffset? Time, bool IsEmpty)
{
    private static readonly string[] Forms =
    [
        "ddd, d MMM yyyy HH:mm:ss", "ddd, d MMM yy HH:mm:ss", "d MMM yyyy HH:mm:ss", "d MMM yy HH:mm:ss", "ddd, d MMM yyyy HH:mm", "d MMM yyyy HH:mm",
        "ddd, d MMM yyyy", "d MMM yyyy",
    ];

    /// <summary>Reads a line of a header.</summary>
    /// <returns>Null when it is no date.</returns>
    public static ArxivVersion? Read(string field)
    {
        var match = DateForm.Match(field);
        if (!match.Success)
        {
            return null;
        }

        var number = match.Groups["revised"].Value switch
        {
            "" => 1,
            _ when int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var revised) => revised,
            _ => (int?)null,
        };
        return new ArxivVersion(number, ReadTime(match.Groups["rest"].Value), match.Groups["rest"].Value.Contains("(0kb,I", StringComparison.Ordinal));
    }

    /// <summary>Reads a time of arXiv, which is in GMT; a size in brackets may follow.</summary>
    /// <returns>Null when it is none.</returns>
    public static DateTimeOffset? ReadTime(string text)
    {
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => word is not ("GMT" or "UTC") && word[0] != '(');
        return DateTimeOffset.TryParseExact(
            string.Join(' ', words), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
    }

    [GeneratedRegex(
        @"^Date\s*(?<revised>\((?:revised)?\s*(?:v(?<number>[0-9]{1,3}))?\s*\))?\s*:\s*(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DateForm { get; }
}
