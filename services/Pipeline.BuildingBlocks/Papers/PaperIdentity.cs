using System.Text.RegularExpressions;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Keys of papers: <c>arxiv:ID</c> without version, else <c>doi:ID</c> in lower case, else <c>pmid:NUMBER</c> of PubMed, else <c>title:HASH</c>.</summary>
/// <remarks>Forms of arXiv ids: https://info.arxiv.org/help/arxiv_identifier.html.</remarks>
public static partial class PaperIdentity
{
    private const string Arxiv = "arxiv:";
    private const string Doi = "doi:";
    private const string PubMed = "pmid:";
    private const string Title = "title:";

    // arXiv registers a DOI for each of its papers, made of the id: it is the id in another form.
    private const string ArxivDoi = "doi:10.48550/arxiv.";

    /// <summary>Reads an arXiv id in any of its forms: bare, with version, with prefix, as arXiv's DOI, or inside an address of arXiv or Hugging Face.</summary>
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
    /// <returns><c>doi:10.1000/x</c> in lower case, the arXiv key for a DOI of arXiv; null when the text is none.</returns>
    public static string? FromDoi(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var match = DoiForm.Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var doi = match.Groups["doi"].Value;
        if (match.Groups["address"].Success && doi.Contains('%', StringComparison.Ordinal))
        {
            doi = Uri.UnescapeDataString(doi);
        }

        doi = doi.TrimEnd('.', ',', ';').ToLowerInvariant();
        return doi.EndsWith('/') ? null : FromArxiv(doi) ?? $"{Doi}{doi}";
    }

    /// <summary>Reads a number of PubMed with <c>pmid:</c>, or as an address; a bare number may be anything.</summary>
    /// <returns><c>pmid:973217</c>; null when the text is none.</returns>
    public static string? FromPubMed(string? text)
        => text is not null && PubMedForm.Match(text.Trim()) is { Success: true } match ? $"{PubMed}{match.Groups["number"].Value}" : null;

    /// <summary>The surest of a paper's keys: arXiv id, else DOI, else PubMed's number, else title; among several the first in ordinal order.</summary>
    /// <exception cref="InvalidOperationException">There is no key.</exception>
    public static string Best(IReadOnlyList<string> aliases)
        => aliases.Count == 1 ? aliases[0] : aliases.OrderBy(KindOf).ThenBy(key => key, StringComparer.Ordinal).First();

    /// <summary>Whether no key is surer, so that a paper which has it stands under it.</summary>
    public static bool IsSurest(string key) => KindOf(key) == 0;

    /// <summary>How sure a key is, smaller is surer: arXiv id, DOI, PubMed's number, title, anything else.</summary>
    internal static int KindOf(string key)
        => key.StartsWith(Arxiv, StringComparison.Ordinal) ? 0
            : key.StartsWith(Doi, StringComparison.Ordinal) ? 1
            : key.StartsWith(PubMed, StringComparison.Ordinal) ? 2
            : key.StartsWith(Title, StringComparison.Ordinal) ? 3
            : 4;

    /// <summary>The key of a paper known by its title alone.</summary>
    /// <returns><c>title:HASH</c>; null when the title has no letter or digit.</returns>
    public static string? FromTitle(string title)
        => PaperText.TitleKey(title) is { } key ? $"{Title}{key}" : null;

    /// <summary>
    /// Whether a title says which paper it is, so that papers with other keys may meet under it. "Editorial" and
    /// other short or common titles do not.
    /// </summary>
    public static bool Tells(string title) => GenericTitles.Tells(TitleLetters.Of(title));

    /// <summary>Reads whatever a person types to name a paper: a key, an arXiv id, a DOI, a number of PubMed, an address.</summary>
    /// <returns>The key to look up; the trimmed text itself when it is none of these.</returns>
    public static string Lookup(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromArxiv(text) ?? FromDoi(text) ?? FromPubMed(text) ?? text.Trim();
    }

    /// <summary>
    /// Whether two sets of keys that share one may belong to the same paper. Two different arXiv ids, or, where one side
    /// has none, two different DOIs, or likewise two different numbers of PubMed, tell papers apart: a title such as "Editorial" does not make them one.
    /// </summary>
    public static bool MayBeSame(IReadOnlyList<string> left, IReadOnlyList<string> right)
        => Agree(left, right, Arxiv) ?? Agree(left, right, Doi) ?? Agree(left, right, PubMed) ?? true;

    // Null when one side has no key of this kind.
    private static bool? Agree(IReadOnlyList<string> left, IReadOnlyList<string> right, string kind)
    {
        var (some, agree) = (false, false);
        foreach (var key in left.Where(key => Is(key, kind)))
        {
            some = true;
            agree = agree || right.Contains(key);
        }

        return !some || !right.Any(key => Is(key, kind)) ? null : agree;
    }

    private static bool Is(string key, string kind)
        => key.StartsWith(kind, StringComparison.Ordinal) && !key.StartsWith(ArxivDoi, StringComparison.Ordinal);

    // Anchored, and no part can give back what another would take, so that a failing match stays linear.
    [GeneratedRegex(
        @"^(?:arxiv:\s*|oai:arxiv\.org:|https?://(?:[a-z]+\.)*arxiv\.org/(?:abs|pdf|html|format|ps|e-print|src)/|https?://(?:www\.)?huggingface\.co/papers/" +
        @"|(?:doi:\s*|info:doi/|(?:https?://)?(?:(?:dx|www)\.)?doi\.org/)?10\.48550/arxiv\.)?" +
        @"(?:(?<new>[0-9]{4}\.[0-9]{4,5})|(?<archive>[a-z][a-z-]{1,9})(?:\.[a-z-]{2,})?/(?<number>[0-9]{7}))(?:v[0-9]{1,3})?(?:\.pdf)?/?" +
        @"(?:\s*\[[a-z.-]{2,20}\])?(?:[?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArxivForm { get; }

    [GeneratedRegex(
        @"^(?:doi:\s*|info:doi/|urn:doi:|(?<address>(?:https?://)?(?:(?:dx|www)\.)?doi\.org/))?(?<doi>10\.[0-9]{4,9}(?:/|%2F)[^\s\p{Cc}]+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoiForm { get; }

    [GeneratedRegex(
        @"^(?:pmid:\s*|info:pmid/|(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/)0*(?<number>[1-9][0-9]{0,8})/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PubMedForm { get; }
}
