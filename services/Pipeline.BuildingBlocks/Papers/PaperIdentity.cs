using System.Text.RegularExpressions;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Keys of papers: <c>arxiv:ID</c> without version, else <c>doi:ID</c> in lower case, else <c>title:HASH</c>.</summary>
/// <remarks>Forms of arXiv ids: https://info.arxiv.org/help/arxiv_identifier.html.</remarks>
public static partial class PaperIdentity
{
    /// <summary>Reads an arXiv id in any of its forms: bare, with version, with prefix, or inside an abs, pdf or Hugging Face address.</summary>
    /// <returns><c>arxiv:2409.12345</c> or <c>arxiv:math/0611800</c>; null when the text is none.</returns>
    public static string? FromArxiv(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var match = ArxivForm.Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        // An old id's subject class is decoration: math.CA/0611800 is math/0611800.
        return match.Groups["new"].Success
            ? $"arxiv:{match.Groups["new"].Value}"
            : $"arxiv:{match.Groups["archive"].Value.ToLowerInvariant()}/{match.Groups["number"].Value}";
    }

    /// <summary>Reads a DOI, bare, with <c>doi:</c>, or as an address.</summary>
    /// <returns><c>doi:10.1000/x</c> in lower case; null when the text is none.</returns>
    public static string? FromDoi(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var match = DoiForm.Match(text.Trim());
        return match.Success ? $"doi:{match.Groups["doi"].Value.ToLowerInvariant()}" : null;
    }

    /// <summary>The key of a paper known by its title alone.</summary>
    /// <returns><c>title:HASH</c>; null when the title has no letter or digit.</returns>
    public static string? FromTitle(string title)
        => PaperText.TitleKey(title) is { } key ? $"title:{key}" : null;

    /// <summary>Reads whatever a person types to name a paper: a key, an arXiv id, a DOI, an address.</summary>
    /// <returns>The key to look up; the trimmed text itself when it is none of these.</returns>
    public static string Lookup(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromArxiv(text) ?? FromDoi(text) ?? text.Trim();
    }

    /// <summary>
    /// Whether two sets of keys that share one may belong to the same paper. Two different arXiv ids, or, where one side
    /// has none, two different DOIs, tell papers apart: a title such as "Editorial" does not make them one.
    /// </summary>
    public static bool MayBeSame(IReadOnlyList<string> left, IReadOnlyList<string> right)
        => Agree(left, right, "arxiv:") ?? Agree(left, right, "doi:") ?? true;

    // Null when one side has no key of this kind.
    private static bool? Agree(IReadOnlyList<string> left, IReadOnlyList<string> right, string kind)
    {
        var keys = left.Where(key => key.StartsWith(kind, StringComparison.Ordinal)).ToList();
        var others = right.Where(key => key.StartsWith(kind, StringComparison.Ordinal)).ToList();
        return keys.Count == 0 || others.Count == 0 ? null : keys.Intersect(others, StringComparer.Ordinal).Any();
    }

    [GeneratedRegex(
        @"^(?:arxiv:|oai:arxiv\.org:|https?://(?:[a-z]+\.)*arxiv\.org/(?:abs|pdf|html)/|https?://(?:www\.)?huggingface\.co/papers/)?" +
        @"(?:(?<new>[0-9]{4}\.[0-9]{4,5})|(?<archive>[a-z][a-z-]{1,9})(?:\.[a-z-]{2,})?/(?<number>[0-9]{7}))(?:v[0-9]{1,3})?(?:\.pdf)?/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ArxivForm { get; }

    [GeneratedRegex(
        @"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(?<doi>10\.[0-9]{4,9}/[^\s\p{Cc}]+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DoiForm { get; }
}
