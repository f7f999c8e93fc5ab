using System.Text;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.Html;

namespace Pipeline.Parser.Tests.Parsing.HtmlPaper;

public sealed class HtmlPaperFormatTests
{
    private const string Page =
        """
        <!DOCTYPE html><html><head><title>Site</title>
        <meta content="Sorting Wet Paper &amp; Board" name=citation_title>
        <META NAME="citation_author" CONTENT="Wet, Ada"><meta name="citation_author" content="Ben Dry">
        <meta name="citation_publication_date" content="2021/6"><meta name="citation_doi" content="10.1000/X">
        <meta name="citation_pdf_url" content="https://example.org/p.pdf"><meta name="citation_keywords" content="paper; water">
        <meta name="description" content="We are the best publisher."></head>
        <body><script>var x = "<div class=abstract>no</div>";</script>
        <div class="card box-abstract"><h5>Abstract</h5><p>We <b>sort</b> paper.</p><div>It is wet.</div></div><div>Footer</div></body></html>
        """;

    [Fact]
    public async Task Page_WithCitationTags_IsOnePaperWithTheAbstractOfItsBody()
    {
        var listing = await ReadListing.FromAsync(Page);
        var paper = Assert.Single(listing.Papers);

        Assert.Equal(("html-paper", SourceAuthority.Announcement), (listing.Format, paper.Authority));
        Assert.Equal(("doi:10.1000/x", "Sorting Wet Paper & Board", "We sort paper.\n\nIt is wet."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Ben Dry"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(["paper", "water"], paper.Categories);
        Assert.Equal(["https://example.org/p.pdf"], paper.Urls.Values);
    }

    [Theory]
    [InlineData("""<meta name="citation_title" content="T"><meta name="citation_abstract" content="A &lt;b&gt;x&lt;/b&gt;"><p class=abstract>B</p>""", "A x")]
    [InlineData("""<meta name="DC.Title" content="T"><meta name="DC.Description" content="D">""", "D")]
    [InlineData("""<meta name="citation_title" content="T"><div id="abstract"> </div><section class="abstract">S</section>""", "S")]
    [InlineData("""<meta name="citation_title" content="T"><p class="abstract">never closed""", "")]
    [InlineData("""<meta name="citation_title" content="T"><p class="not-abstracts">x</p>""", "")]
    public async Task Abstract_OfAPage_ComesFromItsTagsFirst(string head, string text)
        => Assert.Equal(text, (await ReadListing.FromAsync($"<html><head>{head}</html>")).Papers.Single().Abstract);

    [Fact]
    public async Task Page_OfArxiv_HasItsIdAndTheDatesOfBothVersions()
    {
        var paper = (await ReadListing.FromAsync(
            """<html><meta name="citation_title" content="T"/><meta name="citation_date" content="2019/02/07"/><meta name="citation_online_date" content="2019/06/21"/><meta name="citation_arxiv_id" content="1902.02534"/>""")).Papers.Single();

        Assert.Equal("arxiv:1902.02534", paper.Id);
        Assert.Equal((7, 21), (paper.PublishedAt!.Value.Day, paper.UpdatedAt!.Value.Day));
    }

    [Fact]
    public async Task Page_InAnOlderEncoding_IsReadInTheOneItDeclares()
    {
        byte[] page = [.. Encoding.ASCII.GetBytes("<html><meta charset=\"iso-8859-15\"><meta name=citation_title content=\"Prix en "), 0xA4, .. Encoding.ASCII.GetBytes("\">")];

        Assert.Equal("Prix en €", (await ReadListing.FromAsync(page)).Papers.Single().Title);
    }

    [Theory]
    [InlineData("unknown-9", "é")]
    [InlineData("utf-8", "é")]
    public async Task Page_ThatIsNotWhatItDeclares_IsReadAsBrowsersDo(string charset, string letter)
    {
        byte[] page = [.. Encoding.ASCII.GetBytes($"<html><meta charset={charset}><meta name=citation_title content=\"T "), 0xE9, .. Encoding.ASCII.GetBytes("\">")];

        Assert.Contains((await ReadListing.FromAsync(page)).Papers.Single().Title, new[] { $"T {letter}", "T \ufffd" });
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Page_AtItsLimit_IsReadAndOverItBreaksOff(int over, bool isRead)
    {
        const string start = "<html><meta name=citation_title content=T>";
        var listing = await ReadListing.FromAsync(start + new string(' ', HtmlPage.MaxBytes - start.Length + over));

        Assert.Equal((isRead ? 1 : 0, isRead), (listing.Papers.Count, listing.Broken is null));
    }

    [Fact]
    public async Task Page_WithoutTitleTag_IsRejectedWhenReadByName()
        => Assert.Equal("no title: every paper needs one.", Assert.Single((await ReadListing.FromAsync("<html>Sign in", "html-paper")).Rejections).Reason);
}
