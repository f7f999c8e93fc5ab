using System.Globalization;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Tex;

namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>Reads one entry as a paper.</summary>
/// <remarks>Fields of arXiv: https://info.arxiv.org/help/hypertex/bibstyles/; DBLP and Google Scholar write the id elsewhere.</remarks>
internal static class BibtexPaper
{
    private static readonly char[] KeywordSeparators = [',', ';'];

    /// <summary>The paper, or why the entry is none.</summary>
    public static ListingEntry ToEntry(BibtexEntry entry, string where)
    {
        var address = entry["url"] is { } url ? TexText.Plain(url).Trim() : null;
        return new PaperDraft
        {
            Names = [.. Eprint(entry), entry["doi"]?.Trim(), address, .. Mentioned(entry)],
            Title = Collapsed(entry["title"]),
            Abstract = entry["abstract"] is { } text ? TexText.Plain(text).Trim() : null,
            Authors = BibtexNames.Read(entry["author"]),
            PublishedAt = Day(entry),
            Categories = [.. (entry["primaryclass"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), .. Keywords(entry)],
            Urls = [new("page", address)],
        }.ToEntry(where);
    }

    // "eprint" is an id of arXiv unless the entry says of whom else.
    private static IEnumerable<string?> Eprint(BibtexEntry entry)
    {
        var eprint = entry["eprint"]?.Trim();
        var archive = (entry["archiveprefix"] ?? entry["eprinttype"])?.Trim();
        if (eprint is not null && (archive is null || archive.Equals("arXiv", StringComparison.OrdinalIgnoreCase)))
        {
            yield return eprint;

            // Before 2007 the archive stood apart: eprint = {9901001}, primaryClass = {hep-th}.
            yield return $"{entry["primaryclass"]?.Trim()}/{eprint}";
        }
    }

    // "arXiv preprint arXiv:2401.01234", and DBLP's volume "abs/2401.01234" of CoRR.
    private static IEnumerable<string?> Mentioned(BibtexEntry entry)
    {
        var words = new[] { entry["journal"], entry["howpublished"], entry["note"] }.OfType<string>()
            .SelectMany(text => text.Split([' ', ',', ';', '{', '}', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.StartsWith("arXiv:", StringComparison.OrdinalIgnoreCase));
        return entry["journal"]?.Trim() == "CoRR" && entry["volume"]?.Trim() is ['a', 'b', 's', '/', .. var id] ? words.Append(id) : words;
    }

    private static IEnumerable<string> Keywords(BibtexEntry entry)
        => (entry["keywords"] ?? "").Split(KeywordSeparators, StringSplitOptions.RemoveEmptyEntries).Select(TexText.Plain);

    // A year alone is no day, and the first of January would be an invention.
    private static DateTimeOffset? Day(BibtexEntry entry)
        => ListingTime.Read(entry["date"])
            ?? (int.TryParse(entry["day"], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
                && int.TryParse(entry["month"], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
                    ? ListingTime.Read($"{entry["year"]?.Trim()}-{month:00}-{day:00}")
                    : null);

    private static string? Collapsed(string? title) => title is null ? null : PaperText.CollapseWhiteSpace(TexText.Plain(title));
}
