using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Parsing.Crossref;

public sealed class CrossrefFormatTests
{
    private const string Work =
        """
        {"member":"1","DOI":"10.1000/X","title":["Sorting <i>Wet</i> Paper"],"abstract":"<jats:title>Abstract</jats:title><jats:p>We sort.</jats:p>",
         "author":[{"given":"Ada","family":"Wet"},{"family":"Dry"},{"name":"The Paper Group"},{"ORCID":"x"}],"issued":{"date-parts":[[2015,12]]},
         "URL":"https://doi.org/10.1000/x","link":[{"URL":"https://example.org/x.xml","content-type":"text/xml"},{"URL":"https://example.org/x.pdf","content-type":"application/pdf"}],"subject":["Sorting"]}
        """;

    [Theory]
    [InlineData("""{"status":"ok","message-type":"work-list","message":{"total-results":1,"items":[WORK]}}""")]
    [InlineData("""{"status":"ok","message-type":"work","message":WORK}""")]
    [InlineData("""{"items":[WORK]}""")]
    [InlineData("[WORK]")]
    [InlineData("WORK")]
    public async Task Work_WhereverItStands_GivesAllItKnows(string answer)
    {
        var listing = await ReadListing.FromAsync(answer.Replace("WORK", Work, StringComparison.Ordinal));
        var paper = Assert.Single(listing.Papers);

        Assert.Equal(("crossref", SourceAuthority.Record), (listing.Format, paper.Authority));
        Assert.Equal(("doi:10.1000/x", "Sorting Wet Paper", "We sort."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Dry", "The Paper Group"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2015, 12, 1, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(["https://doi.org/10.1000/x", "https://example.org/x.pdf"], paper.Urls.Values);
    }

    [Theory]
    [InlineData("""["T"]""", "T")]
    [InlineData("""["T","T"]""", "T")]
    [InlineData("""[""," ","T"]""", "T")]
    [InlineData("\"T\"", "T")]
    [InlineData("[]", null)]
    [InlineData("[\"\"]", null)]
    [InlineData("null", null)]
    public async Task Title_InAnyForm_IsTheFirstThatSaysSomething(string title, string? expected)
    {
        var listing = await ReadListing.FromAsync($$"""[{"DOI":"10.1000/x","title":{{title}},"member":"1"}]""", "crossref");

        Assert.Equal(expected is null ? [] : [expected], listing.Titles);
        Assert.Equal(expected is null ? ["no title: every paper needs one."] : [], listing.Rejections.Select(rejection => rejection.Reason));
    }

    [Theory]
    [InlineData("[[2015,12,21]]", "2015-12-21")]
    [InlineData("[[2015,12]]", "2015-12-01")]
    [InlineData("[[2015]]", "2015-01-01")]
    [InlineData("[[\"2015\",\"2\"]]", "2015-02-01")]
    [InlineData("[[2015,13]]", null)]
    [InlineData("[[2015,2,30]]", null)]
    [InlineData("[[null]]", null)]
    [InlineData("[[]]", null)]
    [InlineData("[]", null)]
    public async Task Date_InParts_IsTheFirstDayOfWhatIsGiven(string parts, string? day)
        => Assert.Equal(day, (await ReadListing.FromAsync($$$"""[{"DOI":"10.1000/x","title":["T"],"issued":{"date-parts":{{{parts}}}}}]""")).Papers.Single()
            .PublishedAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("""{"updated-by":[{"type":"retraction","DOI":"10.1000/r"}]}""", PaperState.Withdrawn)]
    [InlineData("""{"updated-by":[{"type":"correction","DOI":"10.1000/r"}]}""", PaperState.Active)]
    [InlineData("""{"update-to":[{"type":"withdrawal","DOI":"10.1000/x"}]}""", PaperState.Withdrawn)]
    [InlineData("""{"relation":{"is-retracted-by":[{"id":"10.1000/r"}]}}""", PaperState.Withdrawn)]
    [InlineData("""{"relation":{"is-review-of":[{"id":"10.1000/r"}]}}""", PaperState.Active)]
    public async Task Work_TakenBack_IsWithdrawn(string fields, PaperState state)
        => Assert.Equal(state, (await ReadListing.FromAsync($$"""[{"DOI":"10.1000/X","title":["T"],{{fields[1..]}}]""")).Papers.Single().State);

    [Fact]
    public async Task Notice_OfRetraction_StandsAndSaysWhichPaperIsGone()
    {
        var listing = await ReadListing.FromAsync("""[{"DOI":"10.1000/r","title":["Retraction: T"],"update-to":[{"type":"retraction","DOI":"10.1000/X"},{"type":"correction","DOI":"10.1000/y"}]}]""");

        Assert.Equal(PaperState.Active, Assert.Single(listing.Papers).State);
        Assert.Equal(new ListingEntry.Withdrawn("doi:10.1000/x"), Assert.Single(listing.Entries.OfType<ListingEntry.Withdrawn>()));
    }

    [Theory]
    [InlineData("""{"status":"ok","message-type":"work-list","message":{"items":[]}}""", "crossref")]
    [InlineData("""{"status":"ok","message-type":"member","message":{"id":1}}""", null)]
    [InlineData("""{"items":[]}""", null)]
    [InlineData("""[{"DOI":"10.1000/x","title":"A citation of another tool"}]""", "json-list")]
    public async Task Answer_WithoutWorks_IsReadOnlyWhenItIsOneOfCrossref(string answer, string? format)
        => Assert.Equal(format, (await ReadListing.FromAsync(answer)).Format);

    [Fact]
    public async Task Work_WithoutDoi_IsRejected()
        => Assert.StartsWith("no DOI", Assert.Single((await ReadListing.FromAsync("""[{"title":["T"]}]""", "crossref")).Rejections).Reason, StringComparison.Ordinal);
}
