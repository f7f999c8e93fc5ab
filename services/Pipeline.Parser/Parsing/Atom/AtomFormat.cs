using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Feeds;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Atom;

/// <summary>A feed of Atom 1.0 (RFC 4287) or 0.3.</summary>
internal sealed class AtomFormat : IListingFormat
{
    private static readonly EntryShape Shape = new(["entry"], ["content", "summary", "source"]);
    private static readonly string[] Namespaces = [XmlNames.Atom, XmlNames.Atom03, ""];

    public string Name => "atom";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Fairly sure when the root is a feed, or one entry, of Atom: it may be one that another format knows better.</summary>
    public FormatMatch Detect(ListingHead head)
        => !XmlHead.TryRead(head, out var xml, out var none) ? none
            : xml.Root is not ("feed" or "entry") || (xml.Root == "entry" && xml.RootNamespace.Length == 0) ? xml.Decline("<feed>")
            : Namespaces.Contains(xml.RootNamespace, StringComparer.Ordinal) ? new FormatMatch(xml.RootNamespace.Length > 0 ? 0.8 : 0.5, "a feed of Atom")
            : FormatMatch.None("the root is in a namespace that is not Atom's");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, FeedItem.ToEntry, cancellationToken);
}
