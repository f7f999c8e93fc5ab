using System.Buffers;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>The keys of one paper.</summary>
/// <param name="Best">The surest of them; see <see cref="PaperIdentity.Best"/>.</param>
/// <param name="All">Every key, also the one of its title under which other sources meet; in ordinal order.</param>
internal sealed record PaperKeys(string Best, IReadOnlyList<string> All)
{
    private const int MaxNames = 100;
    private const string TitlePrefix = "title:";
    private const int TitleHashLength = 24;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads the keys out of whatever may hold one.</summary>
    /// <remarks>
    /// A paper has one arXiv id, so of several the first counts. A title that says little ("Editorial") is no key beside
    /// others, and where there is no other it is one together with the first author.
    /// </remarks>
    /// <param name="names">Whatever may hold an id.</param>
    /// <param name="title">The title.</param>
    /// <param name="firstAuthor">The first author; null when not listed.</param>
    /// <returns>Null when neither the names nor the title give any.</returns>
    public static PaperKeys? Of(IEnumerable<string?> names, string title, string? firstAuthor)
    {
        var given = new List<string>();
        foreach (var name in names.Take(MaxNames))
        {
            if (KeyIn(name) is { } key && !given.Contains(key))
            {
                given.Add(key);
            }
        }

        var arxiv = given.Find(IsArxiv);
        given.RemoveAll(key => IsArxiv(key) && key != arxiv);
        if (TitleKey(title, firstAuthor, given.Count == 0) is { } byTitle && !given.Contains(byTitle))
        {
            given.Add(byTitle);
        }

        given.Sort(StringComparer.Ordinal);
        return given.Count == 0 ? null : new PaperKeys(PaperIdentity.Best(given), given);
    }

    private static string? TitleKey(string title, string? firstAuthor, bool isOnlyKey)
        => PaperIdentity.Tells(title) ? PaperIdentity.FromTitle(title)
            : !isOnlyKey || PaperIdentity.FromTitle(title) is not { } alone ? null
            : firstAuthor is null ? alone
            : PaperIdentity.FromTitle($"{title} {firstAuthor}");

    private static bool IsArxiv(string key) => key.StartsWith("arxiv:", StringComparison.Ordinal);

    private static string? KeyIn(string? name)
        => PaperIdentity.FromArxiv(name) ?? PaperIdentity.FromDoi(name) ?? PaperIdentity.FromPubMed(name) ?? (IsTitleKey(name) ? name : null);

    private static bool IsTitleKey(string? name)
        => name is not null
            && name.Length == TitlePrefix.Length + TitleHashLength
            && name.StartsWith(TitlePrefix, StringComparison.Ordinal)
            && name.AsSpan(TitlePrefix.Length).IndexOfAnyExcept(HexDigits) < 0;
}
