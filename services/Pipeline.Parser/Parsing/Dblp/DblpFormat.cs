using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Dblp;

/// <summary>An answer of dblp's search, a page of one person, or its dump (https://dblp.org/faq/); dblp has no abstracts.</summary>
internal sealed class DblpFormat : IListingFormat
{
    private static readonly EntryShape Shape = new(
        ["info", "article", "inproceedings", "incollection", "book", "phdthesis", "mastersthesis", "proceedings", "www", "data"], []);

    public string Name => "dblp";

    public SourceAuthority Authority => SourceAuthority.Index;

    /// <summary>Sure when the root is that of the dump or of a person, or a result with hits of dblp.</summary>
    public FormatMatch Detect(ListingHead head)
        => !XmlHead.TryRead(head, out var xml, out var none) ? none
            : xml.Root is "dblp" or "dblpperson" ? new FormatMatch(0.95, "records of dblp")
            : xml.Root != "result" ? xml.Decline("<dblp>")
            : xml.Has("hits") && (xml.Has("completions") || xml.Says("://dblp.")) ? new FormatMatch(0.9, "an answer of dblp's search")
            : FormatMatch.None("a result that is not dblp's");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, DblpPaper.ToEntry, cancellationToken);
}
