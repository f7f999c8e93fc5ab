using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parser.Parsing.Arxiv;

/// <summary>The version at the end of an arXiv id: 2 in <c>2409.12345v2</c>.</summary>
internal static partial class ArxivVersion
{
    /// <summary>Reads the version of an id or an address.</summary>
    /// <returns>From 1; null when the id names none.</returns>
    public static int? Of(string? id)
        => id is not null && Ending.Match(id) is { Success: true } match ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("[0-9]v(?<number>[0-9]{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending { get; }
}
