using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Rdf;

/// <summary>A feed of RSS 1.0 or 0.90, which are RDF (https://web.resource.org/rss/1.0/spec): the form of many journals.</summary>
internal sealed class RdfFormat : IListingFormat
{
    private static readonly EntryShape Shape = new(["item"], ["description", "encoded"]);
    private static readonly string[] Namespaces = [XmlNames.Rss10, "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/"];

    public string Name => "rdf";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Fairly sure when the root is RDF and declares the namespace of a feed.</summary>
    public FormatMatch Detect(ListingHead head)
        => !XmlHead.TryRead(head, out var xml, out var none) ? none
            : xml.Root != "RDF" ? xml.Decline("<RDF>")
            : Namespaces.Any(xml.Declares) ? new FormatMatch(0.8, "a feed of RSS 1.0")
            : FormatMatch.None("RDF without the namespace of a feed");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, FeedItem.ToEntry, cancellationToken);
}
