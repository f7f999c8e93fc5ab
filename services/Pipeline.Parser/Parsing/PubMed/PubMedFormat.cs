using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.PubMed;

/// <summary>An answer of PubMed's efetch, or one of its files (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/).</summary>
internal sealed class PubMedFormat : IListingFormat
{
    private static readonly EntryShape Shape = new(["PubmedArticle", "PubmedBookArticle"], []);

    public string Name => "pubmed";

    public SourceAuthority Authority => SourceAuthority.Record;

    /// <summary>Sure when the root is a set of articles, or one.</summary>
    public FormatMatch Detect(ListingHead head)
        => !XmlHead.TryRead(head, out var xml, out var none) ? none
            : xml.Root is "PubmedArticleSet" or "PubmedBookArticleSet" or "PubmedArticle" or "PubmedBookArticle" ? new FormatMatch(0.95, "articles of PubMed")
            : xml.Decline("<PubmedArticleSet>");

    public IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, CancellationToken cancellationToken)
        => XmlListing.ReadAsync(content, Shape, PubMedPaper.ToEntry, cancellationToken);
}
