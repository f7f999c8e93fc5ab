using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.HuggingFaceJson;

public sealed class HuggingFaceJsonFormatTests
{
    private const string Format = "hf-json";

    private const string Daily =
        """
        [{"paper":{"id":"2409.90001v2","title":"Sorting\n  Wet Paper","summary":"We sort\npaper.","publishedAt":"2024-09-16T08:12:45.1239Z",
          "authors":[{"_id":"1","name":"Ada Wet","hidden":false},{"name":"Ben Dry"},{"hidden":true}],"upvotes":7,
          "submittedOnDailyAt":"2024-09-19T02:00:00+02:00","githubRepo":"https://example.org/c","projectPage":"nowhere","mediaUrls":[]},
          "title":"Outer","summary":"Outer.","publishedAt":"2024-09-16T04:12:45.123Z","numComments":3}]
        """;

    [Fact]
    public async Task Element_OfTheDailyApi_GivesAllItKnows()
    {
        var paper = (await ReadListing.FromAsync(Daily)).Papers.Single();

        Assert.Equal("arxiv:2409.90001", paper.Id);
        Assert.Equal(["arxiv:2409.90001", PaperIdentity.FromTitle("Sorting Wet Paper")!], paper.Aliases);
        Assert.Equal(("Sorting Wet Paper", "We sort\npaper.", AbstractSource.Listing), (paper.Title, paper.Abstract, paper.AbstractSource));
        Assert.Equal(["Ada Wet", "Ben Dry"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 8, 12, 45, 123, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 9, 19, 0, 0, 0, TimeSpan.Zero), paper.ListedAt);
        Assert.Equal(7, paper.Upvotes);
        Assert.Equal(["abs", "code", "page"], paper.Urls.Keys);
    }

    [Theory]
    [InlineData("\"2024-09-20T00:00:00.000Z\"", PaperState.Withdrawn)]
    [InlineData("null", PaperState.Active)]
    public async Task Paper_WithdrawnByItsAuthors_IsWithdrawn(string withdrawnAt, PaperState state)
        => Assert.Equal(state, (await ReadListing.FromAsync($$$"""[{"paper":{"id":"2409.90001","title":"T","summary":"S","withdrawnAt":{{{withdrawnAt}}}}}]""")).Papers.Single().State);

    [Fact]
    public async Task Paper_Alone_IsRead()
    {
        var listing = await ReadListing.FromAsync("""{"id":"2409.90001","title":"T","summary":"S","upvotes":3,"discussionId":"x"}""");

        Assert.Equal((Format, "arxiv:2409.90001", 3), (listing.Format, listing.Papers.Single().Id, listing.Papers.Single().Upvotes));
    }

    [Theory]
    [InlineData("2024-09-19T00:00:00.000Z", true)]
    [InlineData("2024-09-17T08:00:00.000Z", true)]
    [InlineData("2024-09-17T07:59:59.999Z", false)]
    [InlineData("2024-09-16T04:00:00.000Z", false)]
    public async Task OuterDate_ADayFromThePapersOwn_IsTheSlotInTheList(string outer, bool isSlot)
    {
        var json = $$$"""[{"paper":{"id":"2409.90001","title":"T","summary":"S.","publishedAt":"2024-09-16T08:00:00Z"},"publishedAt":"{{{outer}}}"}]""";

        Assert.Equal(isSlot, (await ReadListing.FromAsync(json)).Papers.Single().ListedAt is not null);
    }

    [Theory]
    [InlineData("""{"id":"2409.90001","title":"T","summary":"S"}""", "S", AbstractSource.Listing)]
    [InlineData("""{"paper":{"id":"2409.90001"},"title":"T","summary":"S"}""", "S", AbstractSource.Listing)]
    [InlineData("""{"paper":{"id":"2409.90001","title":"T","summary":"","ai_summary":"AI"},"summary":null}""", "AI", AbstractSource.AiSummary)]
    [InlineData("""{"paper":{"id":"2409.90001","title":"T","summary":"S","authors":"none","upvotes":-1}}""", "S", AbstractSource.Listing)]
    public async Task Element_WithFieldsAtEitherLevel_IsAPaper(string element, string text, AbstractSource source)
    {
        var paper = (await ReadListing.FromAsync($"[{element}]")).Papers.Single();

        Assert.Equal(("T", text, source), (paper.Title, paper.Abstract, paper.AbstractSource));
    }

    [Theory]
    [InlineData("null", "not a JSON object, so no paper: remove it.")]
    [InlineData("{\"a\":}", "not valid JSON near byte 5, or nested deeper than 64 levels: correct or remove it.")]
    [InlineData("", "not valid JSON near byte 0, or nested deeper than 64 levels: correct or remove it.")]
    [InlineData("{\"paper\":{\"title\":\"T\",\"summary\":\"S\"}}", "no \"id\": every paper of Hugging Face has its arXiv id there.")]
    [InlineData("{\"paper\":{\"id\":\"x\",\"title\":\"T\",\"summary\":\"S\"}}", "the \"id\" \"x\" is no arXiv id: correct or remove it.")]
    [InlineData("{\"paper\":{\"id\":\"2409.90009\",\"summary\":\"S\"}}", "no title: every paper needs one.")]
    [InlineData("{\"paper\":{\"id\":\"2409.90009\",\"title\":\"T\"}}", "no abstract: \"T\" has nothing to read claims from; add its abstract.")]
    public async Task Element_ThatIsNoPaper_IsRejectedByItsNumberAndTheRestIsRead(string bad, string reason)
    {
        var listing = await ReadListing.FromAsync($"[{Some.Element(1)},{bad},{Some.Element(2)}]");

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        var rejection = Assert.Single(listing.Rejections);
        Assert.Equal(("entry 2", reason), (rejection.Where, rejection.Reason));
        Assert.Null(listing.Broken);
    }

    [Theory]
    [InlineData(",{\"paper\":{\"id\":\"2409.9", "entry 2", "the file ends in the middle of the list: fetch it again.")]
    [InlineData(",{\"paper\":\"]", "entry 2", "the file ends in the middle of the list: fetch it again.")]
    [InlineData("", "entry 2", "the file ends in the middle of the list: fetch it again.")]
    [InlineData("] trailing", "the end", "something follows the end of the list and was not read: give one list a file.")]
    public async Task List_ThatBreaksOff_KeepsWhatWasComplete(string tail, string where, string reason)
    {
        var listing = await ReadListing.FromAsync($"[{Some.Element(1)}" + (tail.Length == 0 ? "," : tail));

        Assert.Equal([Some.Title(1)], listing.Titles);
        Assert.Equal(new(reason, where), listing.Broken);
        Assert.Same(listing.Broken, listing.Entries[^1]);
    }

    [Fact]
    public async Task NoList_ReadByName_BreaksOffAtOnce()
        => Assert.Equal("the beginning", Assert.Single((await ReadListing.FromAsync("<html>", Format)).Entries.OfType<Pipeline.Parser.Parsing.ListingEntry.Broken>()).Where);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Element_AtEightMegabytes_IsReadAndOverItRejectedUnheld(int over, bool read)
    {
        const string start = """{"id":"2409.90003","title":"T","summary":"S","filler":" """;
        var element = start + new string('x', (8 * 1024 * 1024) - start.Length - 2 + over) + "\"}";

        var listing = await ReadListing.FromAsync($"[{Some.Element(1)},{element},{Some.Element(2)}]");

        Assert.Equal(read ? 3 : 2, listing.Papers.Count);
        Assert.Equal(read ? [] : ["entry 2"], listing.Rejections.Select(rejection => rejection.Where));
    }
}
