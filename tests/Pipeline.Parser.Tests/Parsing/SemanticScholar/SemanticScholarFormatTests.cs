using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.SemanticScholar;

public sealed class SemanticScholarFormatTests
{
    private const string Paper =
        """
        {"paperId":"abc","externalIds":{"ArXiv":"2409.90001","DOI":"10.1000/X","CorpusId":7},"title":"Sorting Wet Paper","abstract":"We sort.","year":2024,
         "publicationDate":"2024-09-16","authors":[{"authorId":"1","name":"Ada Wet"}],"fieldsOfStudy":["Computer Science"],"url":"https://www.semanticscholar.org/paper/abc","openAccessPdf":{"url":""}}
        """;

    [Theory]
    [InlineData("""{"total":1,"offset":0,"data":[PAPER]}""")]
    [InlineData("""{"data":[PAPER],"total":1,"offset":0}""")]
    [InlineData("""{"offset":0,"data":[{"isInfluential":true,"citingPaper":PAPER}]}""")]
    [InlineData("""{"offset":0,"data":[{"citedPaper":PAPER}]}""")]
    [InlineData("""{"recommendedPapers":[PAPER]}""")]
    [InlineData("[null,PAPER,null]")]
    [InlineData("PAPER")]
    public async Task Paper_WhereverItStands_GivesAllItKnows(string answer)
    {
        var listing = await ReadListing.FromAsync(answer.Replace("PAPER", Paper, StringComparison.Ordinal));
        var paper = Assert.Single(listing.Papers);

        Assert.Equal(("semantic-scholar", SourceAuthority.Index), (listing.Format, paper.Authority));
        Assert.Empty(listing.Rejections);
        Assert.Equal(("arxiv:2409.90001", "Sorting Wet Paper", "We sort."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Contains("doi:10.1000/x", paper.Aliases);
        Assert.Equal(["Ada Wet"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(["abs", "page"], paper.Urls.Keys);
    }

    [Theory]
    [InlineData("\"A\"", "\"S\"", "A", AbstractSource.Listing)]
    [InlineData("null", "\"S\"", "S", AbstractSource.AiSummary)]
    [InlineData("null", "null", "", AbstractSource.Listing)]
    public async Task Abstract_ThatIsMissing_GivesWayToTheMachinesSummary(string text, string summary, string expected, AbstractSource source)
    {
        var paper = (await ReadListing.FromAsync($$$"""[{"paperId":"a","title":"T","abstract":{{{text}}},"tldr":{"text":{{{summary}}}}}]""")).Papers.Single();

        Assert.Equal((expected, source), (paper.Abstract, paper.AbstractSource));
    }

    [Theory]
    [InlineData("""{"total":0,"offset":0}""")]
    [InlineData("""{"total":0,"offset":0,"data":[]}""")]
    [InlineData("""{"total":0,"token":"x","data":[]}""")]
    [InlineData("""{"recommendedPapers":[]}""")]
    public async Task Answer_ThatFoundNothing_IsAnEmptyListing(string answer)
    {
        var listing = await ReadListing.FromAsync(answer);

        Assert.Equal("semantic-scholar", listing.Format);
        Assert.Empty(listing.Entries);
    }

    [Theory]
    [InlineData("""{"error":"Title match not found"}""", "\"Title match not found\"")]
    [InlineData("""{"message":"Too Many Requests. Please wait.","code":"429"}""", "\"Too Many Requests. Please wait.\"")]
    [InlineData("""{"data":[{"snippet":{"text":"x"},"paper":{"title":"T"}}]}""", "a search for snippets")]
    public async Task Answer_ThatIsNoListOfPapers_IsRefusedWithTheServersWords(string answer, string words)
        => Assert.Contains(words, (await ReadListing.FromAsync(answer)).Refusal, StringComparison.Ordinal);
}
