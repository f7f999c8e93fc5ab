using System.Text.RegularExpressions;

namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>Knows by what its authors write that a paper has been withdrawn.</summary>
internal static partial class ArxivWithdrawal
{
    private const int LongestNotice = 300;

    /// <summary>Whether the comments say so, or an abstract that is no more than the notice.</summary>
    public static bool IsSaid(string? comments, string text)
        => (comments is not null && Notice.IsMatch(comments)) || (text.Length <= LongestNotice && Notice.IsMatch(text));

    [GeneratedRegex(
        @"^\s*withdrawn\b|\b(?:paper|article|submission|manuscript|preprint|work|note) (?:has been|have been|is|was|is being) withdrawn\b|\bwithdrawn by (?:the )?(?:author|arxiv)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Notice { get; }
}
