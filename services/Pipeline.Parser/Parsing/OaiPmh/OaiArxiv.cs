using Pipeline.Parser.Parsing.Arxiv;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.OaiPmh;

/// <summary>Reads metadata in the format <c>arXiv</c>: names in parts, the latest version without its number.</summary>
internal static class OaiArxiv
{
    private static readonly string[] NameParts = ["forenames", "keyname", "suffix"];

    /// <summary>What the metadata says.</summary>
    public static PaperDraft Draft(XmlNode metadata, string? identifier)
    {
        var id = metadata.First("id")?.Trimmed ?? identifier;
        var text = metadata.First("abstract")?.Trimmed;
        return new PaperDraft
        {
            Names = [id, identifier, .. metadata.First("doi")?.Trimmed?.Split() ?? []],
            Title = metadata.First("title")?.Value,
            Abstract = text,
            Authors = metadata.First("authors")?.All("author").Select(Name).Where(name => name.Any(char.IsLetter)) ?? [],
            PublishedAt = FeedTime.Read(metadata.First("created")?.Trimmed),
            UpdatedAt = FeedTime.Read(metadata.First("updated")?.Trimmed),
            Categories = metadata.First("categories")?.Trimmed?.Split() ?? [],
            Urls = [new("abs", id is null ? null : $"https://arxiv.org/abs/{id}")],
            State = ArxivNotice.StateOf(metadata.First("comments")?.Trimmed, text),
            NeedsAbstract = true,
        };
    }

    private static string Name(XmlNode author)
        => string.Join(' ', NameParts.Select(part => author.First(part)?.Trimmed).OfType<string>());
}
