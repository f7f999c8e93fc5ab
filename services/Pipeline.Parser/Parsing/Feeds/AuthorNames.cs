using System.Text.RegularExpressions;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.Feeds;

/// <summary>Takes apart names that a source gives as one text.</summary>
internal static partial class AuthorNames
{
    /// <summary>Splits <c>A. One, B. Two and C. Three</c>; what stands in parentheses is an affiliation and is dropped.</summary>
    public static IReadOnlyList<string> Split(string? names)
    {
        if (string.IsNullOrWhiteSpace(names))
        {
            return [];
        }

        var plain = PaperText.CollapseWhiteSpace(WithoutParentheses(names));
        return plain.Contains(';', StringComparison.Ordinal)
            ? Parts(plain.Split(';'))
            : Join(Parts(Separator.Split(plain)));
    }

    /// <summary>Whether it names two people, <c>Jane Roe, John Doe</c>, and not one as <c>Roe, Jane</c>.</summary>
    public static bool IsPair(string names)
        => names.Split(',') is [var first, var second] && first.Trim().Contains(' ', StringComparison.Ordinal) && second.Trim().Contains(' ', StringComparison.Ordinal);

    /// <summary>The name in an e-mail address as RSS asks for: <c>jane@example.org (Jane Roe)</c>.</summary>
    public static string OfMail(string mail)
        => Mail.Match(mail.Trim()) is { Success: true } match ? match.Groups["name"].Value.Trim() : mail;

    private static List<string> Parts(IEnumerable<string> names)
        => [.. names.Select(name => name.Trim()).Where(name => name.Any(char.IsLetter))];

    // "Roe, J., Doe, R. M." is two people; "Jr." is none.
    private static List<string> Join(List<string> parts)
    {
        if (parts.Count > 1 && parts.Count % 2 == 0 && parts.Where((_, i) => i % 2 == 1).All(part => Initials.IsMatch(part)))
        {
            return [.. parts.Chunk(2).Select(pair => $"{pair[1]} {pair[0]}")];
        }

        var joined = new List<string>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && Suffix.IsMatch(part))
            {
                joined[^1] += $", {part}";
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    private static string WithoutParentheses(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal))
        {
            return text;
        }

        var depth = 0;
        var kept = text.Where(c =>
        {
            depth += c == '(' ? 1 : 0;
            var keep = depth == 0;
            depth -= c == ')' && depth > 0 ? 1 : 0;
            return keep;
        });
        return string.Concat(kept);
    }

    [GeneratedRegex(", and |,| and ", RegexOptions.CultureInvariant)]
    private static partial Regex Separator { get; }

    [GeneratedRegex(@"^(?:\p{Lu}\p{Ll}?\.?[\s-]*){1,4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Initials { get; }

    [GeneratedRegex(@"^(?:Jr|Sr|I{2,3}|IV|PhD|MD)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix { get; }

    [GeneratedRegex(@"^\S+@\S+\s+\((?<name>[^()]+)\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mail { get; }
}
