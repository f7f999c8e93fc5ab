using System.Text.RegularExpressions;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Feeds;

/// <summary>Reads an item of a feed of any kind: RSS, RSS 1.0 or Atom, with the modules that journals use.</summary>
/// <remarks>
/// An item with a title is a paper. Its abstract is the summary or description, else the content. Elements in the item's own namespace come
/// first, since modules use the same local names for other things.
/// </remarks>
internal static partial class FeedItem
{
    private static readonly string[] Plain = ["", XmlNames.Atom, XmlNames.Atom03, XmlNames.Rss10];

    /// <summary>A paper, or why the item is none.</summary>
    public static ListingEntry ToEntry(XmlNode item, string where)
    {
        var page = Page(item);
        var names = Names(item, page).ToList();
        return new PaperDraft
        {
            Names = [.. names, .. names.Select(DoiIn)],
            Title = Title(item),
            Abstract = Abstract(item),
            Authors = Authors(item),
            PublishedAt = Time(item, "published", "issued", "pubDate", "publicationDate", "created", "date"),
            UpdatedAt = Time(item, "updated", "modified"),
            Categories = Categories(item),
            Urls = [new("page", page), new("pdf", Link(item, link => link.Attribute("type") == "application/pdf"))],
        }.ToEntry(where);
    }

    /// <summary>The element of an item with this local name that means the item itself; null when there is none.</summary>
    public static XmlNode? Own(XmlNode item, string name)
        => item.First(name, item.Namespace) ?? item.Children.FirstOrDefault(child => child.Name == name && Plain.Contains(child.Namespace, StringComparer.Ordinal));

    /// <summary>Names of its authors.</summary>
    public static IEnumerable<string> Authors(XmlNode item)
    {
        var named = item.All("author").Select(author => author.First("name")?.Trimmed ?? AuthorNames.OfMail(author.Value)).Where(name => name.Trim().Length > 0).ToList();
        var creators = item.All("creator").Select(NodeText.Of).Where(name => name.Length > 0).ToList();
        return creators switch
        {
            [] => named,
            [var one] when AuthorNames.Split(one) is { Count: > 2 } many => many,
            [var one] when one.Contains(';', StringComparison.Ordinal) || AuthorNames.IsPair(one) => AuthorNames.Split(one),
            _ => creators,
        };
    }

    /// <summary>The first complete time under one of these local names.</summary>
    public static DateTimeOffset? Time(XmlNode item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in item.All(name))
            {
                if (FeedTime.Read(child.Trimmed) is { } time)
                {
                    return time;
                }
            }
        }

        return null;
    }

    /// <summary>Its subjects.</summary>
    public static IEnumerable<string> Categories(XmlNode item)
        => item.All("category").Concat(item.All("subject")).Select(category => category.Attribute("term") ?? category.Value);

    private static string Title(XmlNode item)
        => NodeText.Of(Own(item, "title")) is { Length: > 0 } own ? own : NodeText.Of(item.First("title", XmlNames.DublinCore));

    private static string Abstract(XmlNode item)
    {
        XmlNode?[] candidates =
        [
            Own(item, "summary"), Own(item, "description"), item.First("abstract", XmlNames.DublinCoreTerms),
            item.First("description", XmlNames.DublinCore), item.First("encoded"), Own(item, "content"), item.First("body"),
        ];
        return candidates.Select(NodeText.Of).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    private static IEnumerable<string?> Names(XmlNode item, string? page)
        => item.All("doi").Concat(item.All("identifier")).Select(node => node.Trimmed)
            .Append(Own(item, "id")?.Trimmed).Append(item.First("guid")?.Trimmed).Append(page).Append(item.First("origLink")?.Trimmed).Append(item.First("url")?.Trimmed);

    private static string? Page(XmlNode item)
        => Link(item, link => link.Attribute("rel") is null or "alternate") ?? item.First("link", item.Namespace)?.Trimmed
            ?? item.First("link")?.Trimmed ?? item.Attribute("about") ?? item.First("guid")?.Trimmed;

    private static string? Link(XmlNode item, Func<XmlNode, bool> choose)
        => item.All("link").FirstOrDefault(link => link.Attribute("href") is not null && choose(link))?.Attribute("href")?.Trim();

    // Publishers' addresses end in the DOI: https://example.org/doi/abs/10.1000/x?af=R.
    private static string? DoiIn(string? address)
        => address is { Length: <= 500 } && DoiPath.Match(address) is { Success: true } match ? PaperIdentity.FromDoi(match.Groups["doi"].Value) : null;

    [GeneratedRegex(@"^https?://[^/]+/doi/(?:[a-z]+/)?(?<doi>10\.[0-9]{4,9}/[^?#\s]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DoiPath { get; }
}
