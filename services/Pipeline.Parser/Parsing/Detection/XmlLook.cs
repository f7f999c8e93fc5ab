using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Detection;

/// <summary>What an XML document looks like that no format reads.</summary>
internal static class XmlLook
{
    private const string Advice = "hand over an answer of arXiv, OAI-PMH, PubMed or dblp, or a feed of RSS or Atom.";

    /// <summary>Looks at the first bytes.</summary>
    public static ContentLook Of(ReadOnlySpan<byte> text)
    {
        var head = new ListingHead("", text.ToArray(), IsWhole: false);
        return XmlHead.TryRead(head, out var xml, out _) ? OfRoot(xml) : new("an XML document without an element", Advice);
    }

    private static ContentLook OfRoot(XmlHead xml) => xml.Root switch
    {
        "article" => new("one article in a publisher's own XML, not a listing", Advice),
        "doi_records" or "crossref_result" or "doi_batch" => new("Crossref's XML", "ask https://api.crossref.org/works, which answers in JSON."),
        "OAI-PMH" => new("an answer under OAI-PMH without papers", "ask with verb=ListRecords."),
        "eSearchResult" => new("an answer of PubMed's search, which gives ids only", "fetch them with efetch and retmode=xml."),
        "opml" => new("a list of feeds (OPML)", "hand over the feeds it names."),
        "urlset" or "sitemapindex" => new("a sitemap", Advice),
        "CHANNEL" or "Channel" => new("a channel of CDF", Advice),
        "schema" => new("an XML schema", Advice),
        "RDF" => new("RDF that is no feed", Advice),
        "collection" or "record" => new("catalogue records", "ask with metadataPrefix=oai_dc."),
        _ => new($"an XML document of another kind, <{xml.ShownRoot}>", Advice),
    };
}
