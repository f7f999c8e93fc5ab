using System.Text.RegularExpressions;

namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>Tells the lines of arXiv's text forms apart: its mails, its listings and its .abs files.</summary>
internal static partial class ArxivLine
{
    private const int ShortestSeparator = 40;

    /// <summary>A line of dashes and percent signs between two entries.</summary>
    public static bool IsSeparator(string line)
        => line.Length >= ShortestSeparator && line.AsSpan().IndexOfAnyExcept('-', '%') < 0;

    /// <summary>The line that opens an entry, and closes its header and its abstract.</summary>
    public static bool IsMark(string line) => line == @"\\";

    /// <summary>The line that closes an entry of a mail: <c>\\ ( https://arxiv.org/abs/2401.01234 ,  12kb)</c>.</summary>
    public static bool IsEnd(string line) => line.StartsWith(@"\\ (", StringComparison.Ordinal);

    /// <summary>Whether a line names the paper of an entry: <c>arXiv:2401.01234</c>, <c>Paper (*cross-listing*): hep-th/9901001</c>.</summary>
    public static bool IsPaper(string line) => PaperForm.IsMatch(line);

    /// <summary>The paper that a line names, in whatever form it stands there, and the remark beside it.</summary>
    /// <returns>Null when the line names none.</returns>
    public static (string Id, string Remark)? Paper(string line)
    {
        var match = PaperForm.Match(line);
        return match.Success ? (match.Groups["id"].Value, match.Groups["before"].Value + match.Groups["after"].Value) : null;
    }

    [GeneratedRegex(
        @"^(?:arXiv|Paper)\s*(?<before>\([^)]*\))?\s*:\s*(?:arXiv:)?(?<id>[A-Za-z0-9./-]{9,40})\s*(?<after>\(.*\))?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PaperForm { get; }
}
