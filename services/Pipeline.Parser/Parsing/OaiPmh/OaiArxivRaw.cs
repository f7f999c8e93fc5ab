using System.Globalization;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.OaiPmh;

/// <summary>Reads metadata in the format <c>arXivRaw</c>: all versions with their times, names in one text; or <c>arXivOld</c>, without versions.</summary>
internal static class OaiArxivRaw
{
    /// <summary>What the metadata says.</summary>
    public static PaperDraft Draft(XmlNode metadata, string? identifier)
    {
        var versions = metadata.All("version").Select(Read).OrderBy(version => version.Number).ToList();
        return OaiArxiv.Draft(metadata, identifier) with
        {
            Authors = AuthorNames.Split(metadata.First("authors")?.Value),
            PublishedAt = versions.FirstOrDefault(version => version.Number == 1).Time,
            UpdatedAt = versions.Count > 1 ? versions[^1].Time : null,
            Version = versions.LastOrDefault().Number,
        };
    }

    private static (int Number, DateTimeOffset? Time) Read(XmlNode version)
        => (int.TryParse(version.Attribute("version")?.TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            FeedTime.Read(version.First("date")?.Trimmed));
}
