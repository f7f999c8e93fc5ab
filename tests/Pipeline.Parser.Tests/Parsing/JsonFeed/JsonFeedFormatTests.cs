namespace Pipeline.Parser.Tests.Parsing.JsonFeed;

public sealed class JsonFeedFormatTests
{
    private const string Items =
        """
        [{"id":"https://arxiv.org/abs/2409.90001v1","url":"https://example.org/1","title":"Sorting &amp; Wet Paper","content_html":"<p>We sort.</p>","authors":[{"name":"Ada Wet"}],
          "date_published":"2024-09-16T08:00:00Z","date_modified":"2024-09-17T08:00:00Z","tags":["paper"]},
         {"id":"2","title":"Second","summary":"S","content_text":"The whole article","author":{"name":"Ben Dry"}},{"id":"3","content_text":"No title"}]
        """;

    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":ITEMS}""")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","title":"Feed","items":ITEMS}""")]
    [InlineData("""{"title":"Feed","home_page_url":"https://example.org","items":ITEMS,"version":"https://jsonfeed.org/version/1.1"}""")]
    public async Task Feed_OfEitherVersion_GivesItsItems(string feed)
    {
        var listing = await ReadListing.FromAsync(feed.Replace("ITEMS", Items, StringComparison.Ordinal));

        Assert.Equal("json-feed", listing.Format);
        Assert.Equal([("Sorting & Wet Paper", "We sort."), ("Second", "S")], listing.Papers.Select(paper => (paper.Title, paper.Abstract)));
        Assert.Equal("arxiv:2409.90001", listing.Papers[0].Id);
        Assert.Equal(["Ada Wet", "Ben Dry"], listing.Papers.SelectMany(paper => paper.Authors));
        Assert.Equal((16, 17), (listing.Papers[0].PublishedAt!.Value.Day, listing.Papers[0].UpdatedAt!.Value.Day));
        Assert.Equal("entry 3", Assert.Single(listing.Rejections).Where);
    }

    [Fact]
    public async Task Feed_OnOneLine_IsNoLineOfAPaper()
        => Assert.Equal("json-feed", (await ReadListing.FromAsync("""{"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[]}""")).Format);

    [Fact]
    public async Task Object_OfAnotherVersion_IsNoFeed()
        => Assert.Null((await ReadListing.FromAsync("""{"version":"https://example.org/1","items":[{"id":"1","title":"T"}]}""")).Format);
}
