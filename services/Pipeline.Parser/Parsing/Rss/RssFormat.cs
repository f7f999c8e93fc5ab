using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Rss;

/// <summary>A feed of RSS 2.0 or 0.9x (https://www.rssboard.org/rss-specification).</summary>
internal sealed class RssFormat : IListingFormat
{
    private static readonly EntryShape Shape = new(["item"], ["description", "encoded", "body"]);

    public string Name => "rss";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Fairly sure when the root is that of RSS: it may be a feed that another format knows better.</summary>
    public FormatMatch Detect(ListingHead head)
        => !XmlHead.TryRead(head, out var xml, out var none) ? none
            : xml.Root == "rss" ? new FormatMatch(0.8, "a feed of RSS")
            : xml.Decline("<rss>");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, FeedItem.ToEntry, cancellationToken);
}
