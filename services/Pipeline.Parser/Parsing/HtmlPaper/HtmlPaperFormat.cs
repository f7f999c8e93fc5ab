using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Html;

namespace Pipeline.Parser.Parsing.HtmlPaper;

/// <summary>
/// The page of one paper at its publisher or repository, by the meta tags it carries for Google Scholar and libraries:
/// <c>citation_*</c>, <c>DC.*</c>, <c>DCTERMS.*</c>, <c>eprints.*</c>, <c>bepress_citation_*</c>.
/// </summary>
/// <remarks>Source: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing.</remarks>
internal sealed class HtmlPaperFormat : IListingFormat
{
    private static readonly string[] TitleTags = ["citation_title", "dc.title", "dcterms.title", "eprints.title"];

    public string Name => "html-paper";

    public SourceAuthority Authority => SourceAuthority.Announcement;

    /// <summary>Sure when the page's head names the paper's title in a meta tag.</summary>
    public FormatMatch Detect(ListingHead head)
    {
        if (!HtmlPage.IsOne(head))
        {
            return FormatMatch.None("no HTML page");
        }

        var tag = Array.Find(TitleTags, name => HtmlPage.Contains(head.Bytes.Span, name));
        return tag is null
            ? FormatMatch.None("no meta tag in its head gives a paper's title")
            : new FormatMatch(0.85, $"a page with a meta tag {tag}");
    }

    public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await HtmlPage.ReadAsync(content, cancellationToken) is { } page
            ? HtmlPaperTags.Read(page).ToEntry("the page")
            : HtmlPage.TooLong;
    }
}
