using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Jats;

/// <summary>Articles in JATS (ANSI/NISO Z39.96), as publishers and PubMed Central give them; only their front matter is held.</summary>
internal sealed class JatsFormat : IListingFormat
{
    private static readonly EntryShape Shape = new(["front"], []);

    public string Name => "jats";

    public SourceAuthority Authority => SourceAuthority.Record;

    /// <summary>Sure when the root is an article, or a set of them, with the front matter of JATS.</summary>
    public FormatMatch Detect(ListingHead head)
        => !XmlHead.TryRead(head, out var xml, out var none) ? none
            : xml.Root is not ("article" or "pmc-articleset") ? xml.Decline("<article>")
            : xml.Has("front") && (xml.Has("journal-meta") || xml.Has("article-meta")) ? new FormatMatch(0.9, "an article in JATS")
            : FormatMatch.None("an article without the front matter of JATS");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, JatsPaper.ToEntry, cancellationToken);
}
