using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.OpenReview;

public sealed class OpenReviewFormatTests
{
    [Theory]
    [InlineData("""{"title":"T","abstract":"A $x<y$","authors":["Ada Wet","Ben Dry"],"keywords":["paper"],"pdf":"/pdf/1.pdf"}""")]
    [InlineData("""{"title":{"value":"T"},"abstract":{"value":"A $x<y$"},"authors":{"value":[{"fullname":"Ada Wet"},"Ben Dry"]},"keywords":{"value":["paper"]},"pdf":{"value":"/pdf/1.pdf"}}""")]
    public async Task Note_OfEitherVersion_GivesAllItKnows(string content)
    {
        var listing = await ReadListing.FromAsync($$"""{"count":1,"notes":[{"content":{{content}},"forum":"F","id":"F","pdate":1726444800000,"externalIds":["doi:10.1000/X"],"version":2}]}""");
        var paper = Assert.Single(listing.Papers);

        Assert.Equal(("openreview", SourceAuthority.Index), (listing.Format, paper.Authority));
        Assert.Equal(("doi:10.1000/x", "T", "A $x<y$"), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Ben Dry"], paper.Authors);
        Assert.Equal(["paper"], paper.Categories);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(["https://openreview.net/forum?id=F", "https://openreview.net/pdf/1.pdf"], paper.Urls.Values);
        Assert.Null(paper.Version);
    }

    [Theory]
    [InlineData("""{"ddate":1726444800000}""", PaperState.Withdrawn)]
    [InlineData("""{"ddate":null}""", PaperState.Active)]
    [InlineData("""{"invitation":"ICLR.cc/2021/Conference/-/Withdrawn_Submission"}""", PaperState.Withdrawn)]
    [InlineData("""{"invitations":["ICLR.cc/2024/Conference/-/Submission"]}""", PaperState.Active)]
    public async Task Note_TakenBack_IsWithdrawn(string fields, PaperState state)
        => Assert.Equal(state, (await ReadListing.FromAsync($$$"""{"notes":[{"content":{"title":"T"},"forum":"F",{{{fields[1..]}}}]}""")).Papers.Single().State);

    [Fact]
    public async Task Note_ThatReplies_IsNoPaper()
    {
        var listing = await ReadListing.FromAsync("""{"notes":[{"content":{"title":"Official Review"},"forum":"F","replyto":"F"},{"content":{"title":"T"},"forum":"F","replyto":null}]}""");

        Assert.Equal(["T"], listing.Titles);
        Assert.Equal("entry 1", Assert.Single(listing.Rejections).Where);
    }

    [Theory]
    [InlineData("""{"notes":[],"count":0}""", "openreview")]
    [InlineData("""{"notes":[{"content":"text"}]}""", null)]
    public async Task Answer_WithoutNotes_IsReadOnlyWhenItIsEmpty(string answer, string? format)
        => Assert.Equal(format, (await ReadListing.FromAsync(answer)).Format);
}
