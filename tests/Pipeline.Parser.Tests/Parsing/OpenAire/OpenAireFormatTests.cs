namespace Pipeline.Parser.Tests.Parsing.OpenAire;

public sealed class OpenAireFormatTests
{
    [Fact]
    public async Task Product_GivesAllItKnows()
    {
        var listing = await ReadListing.FromAsync(
            """
            {"header":{"numFound":1},"results":[{"id":"x::1","mainTitle":"<i>Sorting</i> Wet Paper","descriptions":[" ","<p>We sort.</p>"],"publicationDate":"2024-09-16",
             "authors":[{"fullName":"Wet, Ada"}],"pids":[{"scheme":"pmid","value":"7"},{"scheme":"doi","value":"10.1000/X"},{"scheme":"arXiv","value":"arXiv:2409.90001"}],
             "subjects":[{"subject":{"scheme":"FOS","value":"paper"}}],"instances":[{"urls":["https://example.org/?a=1&amp;b=2"]}]}]}
            """);
        var paper = Assert.Single(listing.Papers);

        Assert.Equal("openaire", listing.Format);
        Assert.Equal(("arxiv:2409.90001", "Sorting Wet Paper", "We sort."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Contains("doi:10.1000/x", paper.Aliases);
        Assert.Equal(["Ada Wet"], paper.Authors);
        Assert.Equal(["paper"], paper.Categories);
        Assert.Equal(["https://example.org/?a=1&b=2"], paper.Urls.Values);
    }

    [Theory]
    [InlineData("""{"header":{"numFound":0},"results":[]}""", "openaire")]
    [InlineData("""{"results":[{"mainTitle":"T"}]}""", null)]
    [InlineData("""{"results":[{"mainTitle":"T","pids":null,"originalIds":["1"],"authors":null,"descriptions":null}]}""", "openaire")]
    public async Task Answer_IsReadWhenItIsOneOfOpenAire(string answer, string? format)
        => Assert.Equal(format, (await ReadListing.FromAsync(answer)).Format);
}
