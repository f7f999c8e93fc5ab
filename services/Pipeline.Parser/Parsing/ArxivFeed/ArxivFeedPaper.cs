using System.Text.RegularExpressions;
using Pipeline.Parser.Parsing.Arxiv;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.ArxivFeed;

/// <summary>Reads one announcement of arXiv's feeds: a new paper, one cross-listed, or a replacement.</summary>
internal static partial class ArxivFeedPaper
{
    /// <summary>A paper, or why the item is none.</summary>
    public static ListingEntry ToEntry(XmlNode item, string where)
    {
        var id = item.First("guid")?.Trimmed ?? item.First("id")?.Trimmed;
        var page = item.All("link").Select(link => link.Attribute("href") ?? link.Trimmed).FirstOrDefault();
        var said = (item.First("description") ?? item.First("summary"))?.Value ?? "";
        var text = WithoutPrefix(said);
        return new PaperDraft
        {
            Names = [id, page, item.Attribute("about"), item.First("DOI")?.Trimmed ?? item.First("doi")?.Trimmed],
            Title = OldSuffix.Replace(item.First("title")?.Value ?? "", ""),
            Abstract = text,
            Authors = AuthorNames.Split(MarkupText.Lines(item.First("creator")?.Value ?? "")),
            ListedAt = FeedItem.Time(item, "pubDate", "published"),
            Categories = FeedItem.Categories(item),
            Urls = [new("abs", page)],
            Version = ArxivVersion.Of(id) ?? ArxivVersion.Of(Prefix.Match(said).Groups["id"].Value),
            State = ArxivNotice.StateOf(null, text),
            NeedsAbstract = true,
        }.ToEntry(where);
    }

    private static string WithoutPrefix(string text)
    {
        var plain = Prefix.Replace(text, "", 1).Trim();
        return plain.StartsWith("<p>", StringComparison.OrdinalIgnoreCase) ? MarkupText.Lines(plain) : plain;
    }

    [GeneratedRegex(@"^\s*arXiv:(?<id>\S+)\s+Announce Type:\s*[a-z-]+\s*Abstract:\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix { get; }

    // Until 2024 a title ended in ". (arXiv:2301.00001v1 [cs.CL])".
    [GeneratedRegex(@"\.?\s*\(arXiv:\S{1,40}\s+\[[^\]]{1,40}\](?:\s+[A-Z]+)?\)\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OldSuffix { get; }
}
