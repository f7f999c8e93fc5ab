using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.ArxivAtom;

/// <summary>An answer of arXiv's query API (https://info.arxiv.org/help/api/user-manual.html).</summary>
internal sealed class ArxivAtomFormat : IListingFormat
{
    private static readonly string[] Addresses = ["://arxiv.org/api/", "://export.arxiv.org/api/"];
    private static readonly EntryShape Shape = new(["entry"], []);

    public string Name => "arxiv-atom";

    public SourceAuthority Authority => SourceAuthority.Record;

    /// <summary>Sure when a feed of Atom names the API in its id, its link or its first entry.</summary>
    public FormatMatch Detect(ListingHead head)
        => !XmlHead.TryRead(head, out var xml, out var none) ? none
            : xml.Root != "feed" || xml.RootNamespace != XmlNames.Atom ? xml.Decline("<feed> of Atom")
            : Addresses.Any(address => xml.Says(address, "<summary", "<content", "</entry")) ? new FormatMatch(0.95, "a feed of Atom from arXiv's query API")
            : FormatMatch.None("a feed of Atom that does not name arXiv's query API");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, ArxivAtomPaper.ToEntry, cancellationToken);
}
