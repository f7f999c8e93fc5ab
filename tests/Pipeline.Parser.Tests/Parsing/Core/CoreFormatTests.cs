namespace Pipeline.Parser.Tests.Parsing.Core;

public sealed class CoreFormatTests
{
    private const string Work =
        """
        {"id":7,"title":"Sorting Wet Paper","abstract":"We sort.","authors":[{"name":"Wet, Ada"}],"arxivId":"2409.90001","doi":"10.1000/X","oaiIds":["oai:arxiv.org:2409.90001"],
         "publishedDate":"2024-09-16T01:00:00","downloadUrl":"https://arxiv.org/pdf/2409.90001","links":[{"type":"display","url":"https://core.ac.uk/works/7"}]}
        """;

    [Theory]
    [InlineData("""{"totalHits":1,"results":[WORK]}""")]
    [InlineData("WORK")]
    public async Task Work_WhereverItStands_GivesAllItKnows(string answer)
    {
        var listing = await ReadListing.FromAsync(answer.Replace("WORK", Work, StringComparison.Ordinal));
        var paper = Assert.Single(listing.Papers);

        Assert.Equal("core", listing.Format);
        Assert.Equal(("arxiv:2409.90001", "Sorting Wet Paper", "We sort."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Contains("doi:10.1000/x", paper.Aliases);
        Assert.Equal(["Ada Wet"], paper.Authors);
        Assert.Equal(2024, paper.PublishedAt!.Value.Year);
        Assert.Equal("https://core.ac.uk/works/7", paper.Urls["page"]);
    }

    [Theory]
    [InlineData("""{"id":1,"title":"T","yearPublished":2019}""", 2019)]
    [InlineData("""{"id":1,"title":"T","yearPublished":"2019","publishedDate":""}""", 2019)]
    [InlineData("""{"id":1,"title":"T","yearPublished":null}""", null)]
    public async Task Date_ThatIsMissing_GivesWayToTheYear(string work, int? year)
        => Assert.Equal(year, (await ReadListing.FromAsync($"[{work}]", "core")).Papers.Single().PublishedAt?.Year);

    [Theory]
    [InlineData("""{"totalHits":0,"limit":10,"results":[]}""", "core")]
    [InlineData("""{"results":[{"id":1,"title":"T"}]}""", null)]
    public async Task Answer_WithoutWorks_IsReadOnlyWhenItIsOneOfCore(string answer, string? format)
        => Assert.Equal(format, (await ReadListing.FromAsync(answer)).Format);
}
