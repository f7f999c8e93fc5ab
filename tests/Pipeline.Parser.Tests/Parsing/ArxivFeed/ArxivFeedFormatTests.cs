using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.ArxivFeed;

public sealed class ArxivFeedFormatTests
{
    private const string Head =
        """
        <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
        <title>cs.DS updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.DS</link><skipDays><day>Sunday</day></skipDays>
        """;

    private const string Item =
        """
        <item><title>Sorting Wet Paper</title><link>https://arxiv.org/abs/2409.90001</link>
        <description>arXiv:2409.90001v2 Announce Type: replace-cross 
        Abstract: We sort
        paper with p&lt;q.</description>
        <guid isPermaLink="false">oai:arXiv.org:2409.90001v2</guid><category>cs.DS</category><category>cs.LG</category>
        <pubDate>Fri, 20 Sep 2024 00:00:00 -0400</pubDate><arxiv:announce_type>replace-cross</arxiv:announce_type>
        <dc:creator>Ada Wet, Ben Dry</dc:creator><arxiv:DOI>10.1000/wet</arxiv:DOI></item>
        """;

    private const string Tail = "</channel></rss>";

    [Fact]
    public async Task Item_OfTheRssFeed_GivesAllItKnows()
    {
        var listing = await ReadListing.FromAsync(Head + Item + Tail);

        Assert.Equal("arxiv-feed", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(["arxiv:2409.90001", "doi:10.1000/wet", PaperIdentity.FromTitle("Sorting Wet Paper")!], paper.Aliases);
        Assert.Equal("We sort\npaper with p<q.", paper.Abstract);
        Assert.Equal(["Ada Wet", "Ben Dry"], paper.Authors);
        Assert.Equal(["cs.DS", "cs.LG"], paper.Categories);
        Assert.Equal(new DateTimeOffset(2024, 9, 20, 4, 0, 0, TimeSpan.Zero), paper.ListedAt);
        Assert.Equal((2, SourceAuthority.Announcement), (paper.Version, paper.Authority));
        Assert.Null(paper.PublishedAt);
    }

    [Fact]
    public async Task Entry_OfTheAtomFeed_IsReadAlike()
    {
        const string feed =
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><id>http://rss.arxiv.org/atom/cs.DS</id>
            <entry><id>oai:arXiv.org:math/0611800v1</id><title>T</title><link href="https://arxiv.org/abs/math/0611800" rel="alternate"/>
            <summary>arXiv:math/0611800v1 Announce Type: new
            Abstract: We sort.</summary><category term="math.CA"/><published>2025-08-20T00:00:00-04:00</published><dc:creator>Ada Wet</dc:creator></entry></feed>
            """;

        var listing = await ReadListing.FromAsync(feed);

        Assert.Equal("arxiv-feed", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(("arxiv:math/0611800", "We sort.", 1), (paper.Id, paper.Abstract, paper.Version));
        Assert.Equal("https://arxiv.org/abs/math/0611800", paper.Urls["abs"]);
    }

    [Fact]
    public async Task Item_OfTheFeedBefore2024_LosesTheIdInItsTitle()
    {
        const string feed =
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="http://arxiv.org/"><title>cs.DS updates</title><link>http://export.arxiv.org/rss/cs.DS</link></channel>
            <item rdf:about="http://arxiv.org/abs/2301.00001"><title>Sorting Wet Paper. (arXiv:2301.00001v2 [cs.DS] UPDATED)</title>
            <link>http://arxiv.org/abs/2301.00001</link><description>&lt;p&gt;We sort.&lt;/p&gt;</description>
            <dc:creator>&lt;a href="x"&gt;Ada Wet&lt;/a&gt;, &lt;a href="y"&gt;Ben Dry&lt;/a&gt;</dc:creator></item></rdf:RDF>
            """;

        var listing = await ReadListing.FromAsync(feed);

        Assert.Equal("arxiv-feed", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(("arxiv:2301.00001", "Sorting Wet Paper", "We sort."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Ben Dry"], paper.Authors);
    }

    [Fact]
    public async Task Feed_OfAWeekend_IsEmptyAndWhole()
    {
        var listing = await ReadListing.FromAsync(Head + Tail);

        Assert.Equal("arxiv-feed", listing.Format);
        Assert.Empty(listing.Entries);
    }

    [Fact]
    public async Task Feed_CutInAnEntry_KeepsTheWholeOnesAndNamesTheCut()
    {
        var listing = await ReadListing.FromAsync(Head + Item + Item[..200]);

        Assert.Single(listing.Papers);
        Assert.Equal(new("the file ends in the middle of this entry: fetch it again.", "entry 2"), listing.Broken);
    }
}
