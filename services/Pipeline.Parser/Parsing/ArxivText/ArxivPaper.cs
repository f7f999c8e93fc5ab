using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Tex;

namespace Pipeline.Parser.Parsing.ArxivText;

/// <summary>Reads an entry of arXiv's text forms as a paper.</summary>
internal static class ArxivPaper
{
    private const string NoId = "no line \"arXiv:ID\" or \"Paper: ID\" with an arXiv id";

    /// <summary>The paper, or why the entry is none.</summary>
    /// <param name="record">The entry.</param>
    /// <param name="header">Its header, read.</param>
    /// <param name="needsAbstract">Whether an entry without abstract is no paper.</param>
    /// <param name="countsVersions">Whether the header dates every version, so that one date alone means the first.</param>
    public static ListingEntry ToEntry(ArxivRecord record, ArxivHeader header, bool needsAbstract, bool countsVersions)
    {
        var where = $"line {record.Line}";
        if (PaperIdentity.FromArxiv(header.Id) is not { } key)
        {
            var found = header["Title"] is { } title ? $"the entry {ListingText.Quote(title)}" : "an entry";
            return ListingEntry.Reject(where, $"{NoId} in {found}: correct or remove it.");
        }

        var id = key["arxiv:".Length..];
        var text = Text(record.Abstract);
        var newest = header.Versions.Count > 0 ? header.Versions[^1] : null;
        return new PaperDraft
        {
            Names = [key, .. (header["DOI"] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)],
            Title = header["Title"] is { } written ? PaperText.CollapseWhiteSpace(TexText.Accented(written)) : null,
            Abstract = text,
            Authors = ArxivAuthors.Read(header["Authors"] ?? header["Author"]),
            PublishedAt = header.Versions.FirstOrDefault(version => version.Number == 1)?.Time,
            UpdatedAt = header.ReplacedAt ?? (countsVersions || header.Versions.Count > 1 ? newest?.Time : null),
            Categories = (header["Categories"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Urls = [new("abs", $"https://arxiv.org/abs/{id}")],
            Version = VersionOf(header.Id!) ?? (countsVersions || newest?.Number > 1 ? newest?.Number : null),
            State = newest is { IsEmpty: true } || ArxivWithdrawal.IsSaid(header["Comments"], text) ? PaperState.Withdrawn : PaperState.Active,
            NeedsAbstract = needsAbstract,
        }.ToEntry(where);
    }

    // A line that begins with two spaces begins a paragraph; the others are wrapped.
    private static string Text(IReadOnlyList<string> lines)
    {
        var paragraphs = new List<List<string>>();
        foreach (var line in lines)
        {
            if (paragraphs.Count == 0 || line.Length == 0 || line.StartsWith("  ", StringComparison.Ordinal))
            {
                paragraphs.Add([]);
            }

            paragraphs[^1].Add(line.Trim());
        }

        return TexText.Accented(string.Join('\n', paragraphs.Select(paragraph => string.Join(' ', paragraph).Trim()).Where(paragraph => paragraph.Length > 0)));
    }

    private static int? VersionOf(string id)
        => id.LastIndexOf('v') is > 0 and var at && int.TryParse(id.AsSpan(at + 1), out var version) ? version : null;
}
