using Pipeline.Parser.Parsing.Arxiv;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.ArxivAtom;

/// <summary>Reads one entry of an answer of arXiv's query API.</summary>
internal static class ArxivAtomPaper
{
    private const string Errors = "/api/errors";

    /// <summary>A paper, or arXiv's own message where the entry is an error.</summary>
    public static ListingEntry ToEntry(XmlNode entry, string where)
    {
        var id = entry.First("id")?.Trimmed;
        var summary = entry.First("summary")?.Trimmed;
        if (id?.Contains(Errors, StringComparison.OrdinalIgnoreCase) == true)
        {
            return ListingEntry.Reject(where, $"arXiv answered with an error: {SourceWords.Quote(summary ?? id)}: correct the query.");
        }

        var doi = entry.First("doi")?.Trimmed;
        var primary = entry.First("primary_category")?.Attribute("term");
        return new PaperDraft
        {
            Names = [id, .. doi?.Split() ?? []],
            Title = entry.First("title")?.Value,
            Abstract = summary,
            Authors = entry.All("author").Select(author => author.First("name")?.Trimmed ?? ""),
            PublishedAt = FeedTime.Read(entry.First("published")?.Trimmed),
            UpdatedAt = FeedTime.Read(entry.First("updated")?.Trimmed),
            Categories = FeedItem.Categories(entry).Prepend(primary ?? "").Distinct(StringComparer.Ordinal),
            Urls =
            [
                new("abs", Link(entry, link => link.Attribute("rel") is null or "alternate") ?? id),
                new("pdf", Link(entry, link => link.Attribute("title") == "pdf" || link.Attribute("type") == "application/pdf")),
                new("doi", Link(entry, link => link.Attribute("title") == "doi")),
            ],
            Version = ArxivVersion.Of(id),
            State = ArxivNotice.StateOf(entry.First("comment")?.Trimmed, summary),
            NeedsAbstract = true,
        }.ToEntry(where);
    }

    private static string? Link(XmlNode entry, Func<XmlNode, bool> choose) => entry.All("link").FirstOrDefault(choose)?.Attribute("href");
}
