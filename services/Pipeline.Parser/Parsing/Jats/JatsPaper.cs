using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Markup;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Jats;

/// <summary>Reads the front matter of one article.</summary>
internal static class JatsPaper
{
    // Other kinds, such as graphical abstracts and summaries for the press, are not the authors' abstract.
    private static readonly string?[] OwnKinds = [null, "", "normal", "abstract"];
    private static readonly string[] Dates = ["epub", "pub", "ppub", "collection"];

    /// <summary>A paper, or why the article is none.</summary>
    public static ListingEntry ToEntry(XmlNode front, string where)
    {
        if (front.First("article-meta") is not { } meta)
        {
            return ListingEntry.Reject(where, "no <article-meta>, so neither title nor abstract: fetch it again.");
        }

        var names = meta.All("article-id").Where(id => id.Attribute("pub-id-type") is "doi" or "arxiv").Select(id => id.Trimmed).ToList();
        return new PaperDraft
        {
            Names = names,
            Title = meta.First("title-group")?.First("article-title")?.Value,
            Abstract = NodeText.Of(meta.All("abstract").FirstOrDefault(text => OwnKinds.Contains(text.Attribute("abstract-type"), StringComparer.Ordinal))),
            Authors = meta.All("contrib-group").SelectMany(group => group.All("contrib")).Where(person => person.Attribute("contrib-type") is null or "author").Select(Name),
            PublishedAt = PublishedAt(meta),
            Urls = [new("doi", names.Find(name => name?.StartsWith("10.", StringComparison.Ordinal) == true) is { } doi ? $"https://doi.org/{doi}" : null)],
        }.ToEntry(where);
    }

    private static string Name(XmlNode person)
    {
        var name = person.First("name") ?? person.First("name-alternatives")?.First("name") ?? person.First("string-name");
        var parts = new[] { name?.First("given-names")?.Trimmed, name?.First("surname")?.Trimmed, name?.First("suffix")?.Trimmed }.OfType<string>().ToList();
        return parts.Count > 0 ? string.Join(' ', parts) : (name ?? person.First("collab"))?.Trimmed ?? "";
    }

    private static DateTimeOffset? PublishedAt(XmlNode meta)
        => meta.All("pub-date")
            .Select(date => (Kind: Array.IndexOf(Dates, date.Attribute("pub-type") ?? date.Attribute("date-type")), Day: Day(date)))
            .Where(date => date.Day is not null)
            .OrderBy(date => date.Kind < 0 ? Dates.Length : date.Kind)
            .FirstOrDefault().Day;

    private static DateTimeOffset? Day(XmlNode date)
        => FeedTime.Day(date.First("year")?.Trimmed, date.First("month")?.Trimmed, date.First("day")?.Trimmed);
}
