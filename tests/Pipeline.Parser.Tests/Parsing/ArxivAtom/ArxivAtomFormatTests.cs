using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.ArxivAtom;

public sealed class ArxivAtomFormatTests
{
    private const string Head =
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
          <id>https://arxiv.org/api/OCk8emqg</id><title>arXiv Query: id_list=2409.90001</title><opensearch:totalResults>1</opensearch:totalResults>
        """;

    private const string Entry =
        """
        <entry>
          <id>http://arxiv.org/abs/2409.90001v3</id><title>Sorting
          Wet Paper</title><updated>2024-10-01T08:00:00Z</updated>
          <link href="https://arxiv.org/abs/2409.90001v3" rel="alternate" type="text/html"/>
          <link href="https://arxiv.org/pdf/2409.90001v3" rel="related" type="application/pdf" title="pdf"/>
          <link href="https://doi.org/10.1000/wet" rel="related" title="doi"/>
          <summary>  We sort $a&lt;b$
        paper.
          </summary>
          <category term="cs.DS" scheme="http://arxiv.org/schemas/atom"/><category term="cs.LG"/><category term="68P10"/>
          <published>2024-09-16T08:12:45Z</published>
          <arxiv:comment>9 pages</arxiv:comment><arxiv:journal_ref>J. Wet 1</arxiv:journal_ref><arxiv:doi>10.1000/Wet</arxiv:doi>
          <arxiv:primary_category term="cs.LG"/>
          <author><name>Ada Wet</name><arxiv:affiliation>MIT</arxiv:affiliation></author><author><name>Ben Dry</name></author>
        </entry>
        """;

    [Fact]
    public async Task Entry_OfTheApi_GivesAllItKnows()
    {
        var listing = await ReadListing.FromAsync(Head + Entry + "</feed>");

        Assert.Equal("arxiv-atom", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(["arxiv:2409.90001", "doi:10.1000/wet", PaperIdentity.FromTitle("Sorting Wet Paper")!], paper.Aliases);
        Assert.Equal(("Sorting Wet Paper", "We sort $a<b$\npaper."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Ben Dry"], paper.Authors);
        Assert.Equal(["cs.LG", "cs.DS", "68P10"], paper.Categories);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 8, 12, 45, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 10, 1, 8, 0, 0, TimeSpan.Zero), paper.UpdatedAt);
        Assert.Equal((3, PaperState.Active, SourceAuthority.Record), (paper.Version, paper.State, paper.Authority));
        Assert.Equal(["abs", "doi", "pdf"], paper.Urls.Keys);
        Assert.Null(listing.Broken);
    }

    [Fact]
    public async Task Entry_WithTheTitleZero_IsAPaper()
        => Assert.Equal("0", Assert.Single((await ReadListing.FromAsync(
            Head + Entry.Replace("Sorting\n  Wet Paper", "0", StringComparison.Ordinal) + "</feed>")).Titles));

    [Fact]
    public async Task Entry_WhoseCommentWithdraws_IsWithdrawn()
        => Assert.Equal(PaperState.Withdrawn, Assert.Single((await ReadListing.FromAsync(
            Head + Entry.Replace("9 pages", "This paper has been withdrawn by the authors", StringComparison.Ordinal) + "</feed>")).Papers).State);

    [Fact]
    public async Task Error_OfTheApi_IsRejectedInArxivsWords()
    {
        const string error =
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/</id><title>arXiv Search Results</title>
            <entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id><title>Error</title><summary>incorrect id format for abc</summary></entry></feed>
            """;

        var listing = await ReadListing.FromAsync(error);

        Assert.Equal("arxiv-atom", listing.Format);
        Assert.Equal("arXiv answered with an error: \"incorrect id format for abc\": correct the query.", Assert.Single(listing.Rejections).Reason);
        Assert.Empty(listing.Papers);
    }

    [Fact]
    public async Task Page_WithoutEntries_IsEmptyAndWhole()
    {
        var listing = await ReadListing.FromAsync(Head + "</feed>");

        Assert.Equal("arxiv-atom", listing.Format);
        Assert.Empty(listing.Entries);
    }

    [Fact]
    public async Task Feed_ThatOnlySpeaksOfTheApi_IsAnOrdinaryOne()
        => Assert.Equal("atom", (await ReadListing.FromAsync(
            """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><summary>See https://arxiv.org/api/query</summary></entry></feed>""")).Format);
}
