using Pipeline.Parser.Parsing.ArxivAbs;
using Pipeline.Parser.Parsing.ArxivAtom;
using Pipeline.Parser.Parsing.ArxivFeed;
using Pipeline.Parser.Parsing.ArxivMail;
using Pipeline.Parser.Parsing.Atom;
using Pipeline.Parser.Parsing.Bibtex;
using Pipeline.Parser.Parsing.BioRxiv;
using Pipeline.Parser.Parsing.Core;
using Pipeline.Parser.Parsing.Crossref;
using Pipeline.Parser.Parsing.Dblp;
using Pipeline.Parser.Parsing.EuropePmc;
using Pipeline.Parser.Parsing.HtmlPaper;
using Pipeline.Parser.Parsing.HuggingFaceHtml;
using Pipeline.Parser.Parsing.HuggingFaceJson;
using Pipeline.Parser.Parsing.Jats;
using Pipeline.Parser.Parsing.JsonFeed;
using Pipeline.Parser.Parsing.JsonLines;
using Pipeline.Parser.Parsing.JsonList;
using Pipeline.Parser.Parsing.OaiPmh;
using Pipeline.Parser.Parsing.OpenAire;
using Pipeline.Parser.Parsing.OpenAlex;
using Pipeline.Parser.Parsing.OpenReview;
using Pipeline.Parser.Parsing.PubMed;
using Pipeline.Parser.Parsing.Rdf;
using Pipeline.Parser.Parsing.Ris;
using Pipeline.Parser.Parsing.Rss;
using Pipeline.Parser.Parsing.SemanticScholar;
using Pipeline.Parser.Parsing.TextCapture;
using Pipeline.Parser.Parsing.WebOfScience;

namespace Pipeline.Parser.Parsing;

/// <summary>Every format of this version, in the order they are tried and named to people.</summary>
internal static class ListingFormats
{
    public static IReadOnlyList<IListingFormat> All { get; } =
    [
        new TextCaptureFormat(),
        new HuggingFaceJsonFormat(),
        new HuggingFaceHtmlFormat(),
        new ArxivAtomFormat(),
        new ArxivFeedFormat(),
        new OaiPmhFormat(),
        new ArxivMailFormat(),
        new ArxivAbsFormat(),
        new AtomFormat(),
        new RssFormat(),
        new RdfFormat(),
        new JsonFeedFormat(),
        new OpenAlexFormat(),
        new CrossrefFormat(),
        new SemanticScholarFormat(),
        new BioRxivFormat(),
        new OpenReviewFormat(),
        new CoreFormat(),
        new EuropePmcFormat(),
        new OpenAireFormat(),
        new PubMedFormat(),
        new DblpFormat(),
        new JatsFormat(),
        new BibtexFormat(),
        new RisFormat(),
        new WebOfScienceFormat(),
        new HtmlPaperFormat(),
        new JsonLinesFormat(),
        new JsonListFormat(),
    ];
}
