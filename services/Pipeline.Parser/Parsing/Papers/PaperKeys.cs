using System.Buffers;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>The keys of one paper.</summary>
/// <param name="Best">arXiv id, else DOI, else a title key the listing gives, else the key of its title.</param>
/// <param name="All">Every key, also the one of its title under which other sources meet; in ordinal order.</param>
internal sealed record PaperKeys(string Best, IReadOnlyList<string> All)
{
    private const int MaxNames = 100;
    private const string ArxivDoi = "doi:10.48550/arxiv.";
    private const string TitlePrefix = "title:";
    private const int TitleHashLength = 24;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads the keys out of whatever may hold one.</summary>
    /// <returns>Null when neither the names nor the title give any.</returns>
    public static PaperKeys? Of(IEnumerable<string?> names, string title)
    {
        var given = names.Take(MaxNames).SelectMany(KeysIn).ToList();
        var best = given.Find(key => key.StartsWith("arxiv:", StringComparison.Ordinal))
            ?? given.Find(key => key.StartsWith("doi:", StringComparison.Ordinal))
            ?? given.FirstOrDefault()
            ?? PaperIdentity.FromTitle(title);

        return best is null
            ? null
            : new PaperKeys(best, [.. given.Append(best).Append(PaperIdentity.FromTitle(title) ?? best)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> KeysIn(string? name)
    {
        if (PaperIdentity.FromArxiv(name) is { } arxiv)
        {
            yield return arxiv;
        }
        else if (PaperIdentity.FromDoi(name) is { } doi)
        {
            yield return doi;

            // arXiv registers a DOI for each of its papers, made of the id.
            if (doi.StartsWith(ArxivDoi, StringComparison.Ordinal) && PaperIdentity.FromArxiv(doi[ArxivDoi.Length..]) is { } registered)
            {
                yield return registered;
            }
        }
        else if (IsTitleKey(name))
        {
            yield return name!;
        }
    }

    private static bool IsTitleKey(string? name)
        => name is not null
            && name.Length == TitlePrefix.Length + TitleHashLength
            && name.StartsWith(TitlePrefix, StringComparison.Ordinal)
            && name.AsSpan(TitlePrefix.Length).IndexOfAnyExcept(HexDigits) < 0;
}
