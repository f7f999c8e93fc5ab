using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.PubMed;

public sealed class PubMedFormatTests
{
    private const string Article =
        """
        <PubmedArticle><MedlineCitation><PMID Version="1">123</PMID><DateRevised><Year>2025</Year><Month>01</Month><Day>02</Day></DateRevised><Article>
        <Journal><JournalIssue><PubDate><Year>2024</Year><Month>Sep</Month><Day>16</Day></PubDate></JournalIssue></Journal>
        <ArticleTitle>Sorting <sup>99m</sup>Tc in <i>wet</i> paper.</ArticleTitle>
        <ELocationID EIdType="pii" ValidYN="Y">92</ELocationID><ELocationID EIdType="doi" ValidYN="Y">10.1000/Wet</ELocationID>
        <Abstract><AbstractText Label="AIMS">To sort.</AbstractText><AbstractText Label="RESULTS">p&lt;0.05, H<sub>2</sub>O.</AbstractText><AbstractText/></Abstract>
        <AuthorList><Author><LastName>Wet</LastName><ForeName>Ada B</ForeName><Initials>AB</Initials></Author><Author><CollectiveName>Dry Group</CollectiveName></Author></AuthorList>
        <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation>
        <PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/wet</ArticleId></ArticleIdList>
        <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/cited</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
        """;

    [Fact]
    public async Task Article_OfEfetch_GivesAllItKnows()
    {
        var listing = await ReadListing.FromAsync(
            "<?xml version=\"1.0\" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD\" \"https://dtd.nlm.nih.gov/x.dtd\">\n<PubmedArticleSet>" + Article + "</PubmedArticleSet>");

        Assert.Equal("pubmed", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(["doi:10.1000/wet", "pmid:123", PaperIdentity.FromTitle(paper.Title)!], paper.Aliases);
        Assert.Equal(("Sorting 99mTc in wet paper.", "AIMS: To sort.\nRESULTS: p<0.05, H2O."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada B Wet", "Dry Group"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(new DateTimeOffset(2025, 1, 2, 0, 0, 0, TimeSpan.Zero), paper.UpdatedAt);
        Assert.Equal("https://pubmed.ncbi.nlm.nih.gov/123/", paper.Urls["page"]);
        Assert.Equal((PaperState.Active, SourceAuthority.Record), (paper.State, paper.Authority));
    }

    [Fact]
    public async Task Article_Retracted_IsWithdrawn()
        => Assert.Equal(PaperState.Withdrawn, Assert.Single((await ReadListing.FromAsync(
            Article.Replace("D016428", "D016441", StringComparison.Ordinal))).Papers).State);

    [Fact]
    public async Task Article_WithoutAbstract_IsAPaper()
        => Assert.Equal("", Assert.Single((await ReadListing.FromAsync(
            "<PubmedArticle><MedlineCitation><Article><ArticleTitle>Editorial.</ArticleTitle></Article></MedlineCitation></PubmedArticle>")).Papers).Abstract);

    [Fact]
    public async Task ArticlesOfOneTitleThatSaysLittle_AreTwoPapers()
        => Assert.Equal(["pmid:1", "pmid:2"], (await ReadListing.FromAsync($"<PubmedArticleSet>{Editorial(1)}{Editorial(2)}</PubmedArticleSet>"))
            .Papers.Select(paper => Assert.Single(paper.Aliases)));

    [Fact]
    public async Task Article_WithAYearAlone_HasNoDay()
        => Assert.Null(Assert.Single((await ReadListing.FromAsync(Article.Replace("<Month>Sep</Month><Day>16</Day>", "", StringComparison.Ordinal))).Papers).PublishedAt);

    [Fact]
    public async Task Chapter_OfABook_IsAPaper()
        => Assert.Equal("Wet Books", Assert.Single((await ReadListing.FromAsync(
            "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID><Book><BookTitle>Wet Books</BookTitle></Book>"
            + "<Abstract><AbstractText>A.</AbstractText></Abstract></BookDocument></PubmedBookArticle></PubmedArticleSet>")).Titles));

    [Fact]
    public async Task Article_WithoutAnything_IsRejected()
        => Assert.Equal("no article in it: fetch it again with retmode=xml.", Assert.Single((await ReadListing.FromAsync("<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>")).Rejections).Reason);

    private static string Editorial(int pmid)
        => $"<PubmedArticle><MedlineCitation><PMID>{pmid}</PMID><Article><ArticleTitle>Editorial.</ArticleTitle></Article></MedlineCitation></PubmedArticle>";
}
