using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.EuropePmc;

public sealed class EuropePmcFormatTests
{
    [Fact]
    public async Task Article_GivesAllItKnows()
    {
        var listing = await ReadListing.FromAsync(Answer(
            """
            {"id":"7","source":"MED","doi":"10.1000/X","title":"Sorting <i>Wet</i> Paper.","authorString":"Wet A.","abstractText":"<h4>Aim</h4>We sort.","firstPublicationDate":"2024-09-16",
             "authorList":{"author":[{"firstName":"Ada","lastName":"Wet"},{"collectiveName":"Paper Group"}]},"keywordList":{"keyword":["paper"]},"versionNumber":2,
             "fullTextUrlList":{"fullTextUrl":[{"documentStyle":"html","url":"https://example.org/h"},{"documentStyle":"pdf","url":"https://example.org/p"}]}}
            """));
        var paper = Assert.Single(listing.Papers);

        Assert.Equal("europe-pmc", listing.Format);
        Assert.Equal(("doi:10.1000/x", "Sorting Wet Paper.", "Aim\n\nWe sort.", 2), (paper.Id, paper.Title, paper.Abstract, paper.Version));
        Assert.Equal(["Ada Wet", "Paper Group"], paper.Authors);
        Assert.Equal(["https://europepmc.org/article/MED/7", "https://example.org/p"], paper.Urls.Values);
    }

    [Fact]
    public async Task Article_OfTheLiteAnswer_HasItsAuthorsFromOneString()
        => Assert.Equal(["Wet A", "Dry B"], (await ReadListing.FromAsync(Answer("""{"id":"7","source":"MED","title":"T","authorString":"Wet A, Dry B.","pubYear":"2024"}"""))).Papers.Single().Authors);

    [Theory]
    [InlineData("""{"pubTypeList":{"pubType":["Journal Article","Retracted Publication"]}}""", PaperState.Withdrawn)]
    [InlineData("""{"commentCorrectionList":{"commentCorrection":[{"type":"Retraction in"}]}}""", PaperState.Withdrawn)]
    [InlineData("""{"pubTypeList":{"pubType":["Retraction of Publication"]}}""", PaperState.Active)]
    public async Task Article_TakenBack_IsWithdrawn(string fields, PaperState state)
        => Assert.Equal(state, (await ReadListing.FromAsync(Answer($$"""{"id":"7","source":"MED","title":"T","authorString":"Wet A.",{{fields[1..]}}"""))).Papers.Single().State);

    [Theory]
    [InlineData("""{"hitCount":0,"resultList":{"result":[]}}""", "europe-pmc")]
    [InlineData("""{"resultList":{"result":[{"title":"T","source":"MED"}]}}""", null)]
    public async Task Answer_WithoutArticles_IsReadOnlyWhenItIsOneOfEuropePmc(string answer, string? format)
        => Assert.Equal(format, (await ReadListing.FromAsync(answer)).Format);

    private static string Answer(string article) => $$$"""{"version":"6.9","hitCount":1,"resultList":{"result":[{{{article}}}]}}""";
}
