using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.ArxivFeed;

/// <summary>A daily feed of arXiv, as RSS or Atom (https://info.arxiv.org/help/rss.html); empty on days without announcement.</summary>
internal sealed class ArxivFeedFormat : IListingFormat
{
    private static readonly EntryShape Shape = new(["item", "entry"], []);
    private static readonly string[] Addresses = ["://rss.arxiv.org/", "://export.arxiv.org/rss/", "://arxiv.org/rss/"];
    private static readonly string[] Roots = ["rss", "feed", "RDF"];

    public string Name => "arxiv-feed";

    public SourceAuthority Authority => SourceAuthority.Announcement;

    /// <summary>Sure when a feed names arXiv's feeds in its address, or its first entry is named as arXiv names them.</summary>
    public FormatMatch Detect(ListingHead head)
        => !XmlHead.TryRead(head, out var xml, out var none) ? none
            : !Roots.Contains(xml.Root, StringComparer.Ordinal) ? xml.Decline("a feed")
            : xml.Says(">oai:arXiv.org:", "</item", "</entry") || Addresses.Any(address => xml.Says(address, "<item", "<entry"))
                ? new FormatMatch(0.95, "a feed of arXiv")
                : FormatMatch.None("a feed that does not name arXiv's");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, ArxivFeedPaper.ToEntry, cancellationToken);
}
