using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.Jats;

public sealed class JatsFormatTests
{
    private const string Article =
        """
        <article><front><journal-meta><journal-id>w</journal-id></journal-meta><article-meta>
        <article-id pub-id-type="publisher-id">7</article-id><article-id pub-id-type="doi">10.1000/Wet</article-id>
        <title-group><article-title>Sorting <italic>Wet</italic> Paper</article-title></title-group>
        <contrib-group><contrib contrib-type="author"><name><surname>Wet</surname><given-names>Ada</given-names></name></contrib>
        <contrib contrib-type="editor"><name><surname>Ed</surname></name></contrib><contrib contrib-type="author"><collab>Dry Group</collab></contrib></contrib-group>
        <pub-date pub-type="ppub"><year>2025</year></pub-date><pub-date pub-type="epub"><day>16</day><month>9</month><year>2024</year></pub-date>
        <abstract abstract-type="graphical"><p>Picture.</p></abstract><abstract><sec><title>Aims</title><p>To sort.</p></sec><sec><title>Results</title><p>H<sub>2</sub>O.</p></sec></abstract>
        </article-meta></front><body><p>Text</p></body><sub-article><front-stub/></sub-article></article>
        """;

    [Fact]
    public async Task Article_OfAPublisher_GivesAllItKnows()
    {
        var listing = await ReadListing.FromAsync("<!DOCTYPE article SYSTEM \"JATS.dtd\">" + Article);

        Assert.Equal("jats", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(("doi:10.1000/wet", "Sorting Wet Paper", "Aims\nTo sort.\nResults\nH2O."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Dry Group"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(SourceAuthority.Record, paper.Authority);
        Assert.Null(listing.Broken);
    }

    [Fact]
    public async Task Set_OfArticles_GivesEach()
        => Assert.Equal(
            ["doi:10.1000/wet", "doi:10.1000/dry"],
            (await ReadListing.FromAsync($"<pmc-articleset>{Article}{Article.Replace("Wet", "Dry", StringComparison.Ordinal)}</pmc-articleset>")).Papers.Select(paper => paper.Id));

    [Fact]
    public async Task Article_WithoutFrontMatter_IsRefused()
        => Assert.Contains("jats (an article without the front matter of JATS)", (await ReadListing.FromAsync("<article><title>T</title></article>")).Refusal, StringComparison.Ordinal);
}
