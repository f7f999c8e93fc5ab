using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Arxiv;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.OaiPmh;

/// <summary>Reads metadata in the format <c>oai_dc</c>, which every repository gives.</summary>
internal static class OaiDublinCore
{
    private const string CommentPrefix = "Comment:";

    /// <summary>What the metadata says. arXiv gives its comment as a second description.</summary>
    public static PaperDraft Draft(XmlNode metadata, string? identifier)
    {
        var descriptions = metadata.All("description").Select(description => description.Trimmed).OfType<string>().ToList();
        var comment = descriptions.Find(IsComment)?[CommentPrefix.Length..];
        var text = descriptions.Find(description => !IsComment(description));
        var names = metadata.All("identifier").Select(name => name.Trimmed).Prepend(identifier).OfType<string>().ToList();
        var isArxiv = names.Exists(name => PaperIdentity.FromArxiv(name) is not null);
        var dates = metadata.All("date").Select(date => FeedTime.Read(date.Trimmed)).OfType<DateTimeOffset>().ToList();
        return new PaperDraft
        {
            Names = names,
            Title = metadata.First("title")?.Value,
            Abstract = text,
            Authors = metadata.All("creator").Select(creator => PersonName.InReadingOrder(creator.Value)).Where(name => name.Any(char.IsLetter)),
            PublishedAt = dates.Count > 0 ? dates.Min() : null,
            UpdatedAt = dates.Count > 1 ? dates.Max() : null,
            Categories = metadata.All("subject").Select(subject => subject.Value),
            Urls = names.Where(name => name.Contains("://", StringComparison.Ordinal)).Select(name => KeyValuePair.Create(isArxiv ? "abs" : "page", (string?)name)),
            State = isArxiv ? ArxivNotice.StateOf(comment?.Trim(), text) : PaperState.Active,
            NeedsAbstract = isArxiv,
        };
    }

    private static bool IsComment(string description) => description.StartsWith(CommentPrefix, StringComparison.Ordinal);
}
