using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing.BioRxiv;

namespace Pipeline.Parser.Tests.Parsing.BioRxiv;

public sealed class BioRxivFormatTests
{
    [Fact]
    public async Task Preprint_GivesAllItKnows()
    {
        var listing = await ReadListing.FromAsync(Answer(Preprint("10.1101/1", "1")));
        var paper = Assert.Single(listing.Papers);

        Assert.Equal(("biorxiv", SourceAuthority.Record), (listing.Format, paper.Authority));
        Assert.Equal(("doi:10.1101/1", "Sorting Wet Paper", "BackgroundWe sort 1."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["A. Wet", "B. Dry"], paper.Authors);
        Assert.Equal((1, new DateTimeOffset(2024, 9, 1, 0, 0, 0, TimeSpan.Zero)), (paper.Version, paper.PublishedAt));
        Assert.Equal("https://www.biorxiv.org/content/10.1101/1v1", paper.Urls["page"]);
        Assert.DoesNotContain(paper.Aliases, alias => alias.EndsWith(":na", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("2", "1")]
    public async Task Versions_OfOnePreprint_BecomeTheNewestWithTheDateOfTheFirst(string first, string second)
    {
        var listing = await ReadListing.FromAsync(Answer(Preprint("10.1101/1", first), Preprint("10.1101/2", "1"), Preprint("10.1101/1", second)));

        Assert.Equal(["doi:10.1101/1", "doi:10.1101/2"], listing.Papers.Select(paper => paper.Id));
        Assert.Equal((2, "BackgroundWe sort 2.", 1, 2), (listing.Papers[0].Version, listing.Papers[0].Abstract, listing.Papers[0].PublishedAt!.Value.Day, listing.Papers[0].UpdatedAt!.Value.Day));
    }

    [Theory]
    [InlineData(LatestVersions.Held - 1, 2)]
    [InlineData(LatestVersions.Held, 1)]
    public async Task Versions_AsFarApartAsIsHeld_MeetAndFurtherApartTheFirstStays(int between, int version)
    {
        string[] preprints = [Preprint("10.1101/1", "1"), .. Enumerable.Range(0, between).Select(n => Preprint($"10.1101/x{n}", "1")), Preprint("10.1101/1", "2")];

        var listing = await ReadListing.FromAsync(Answer(preprints));

        Assert.Equal(between + 1, listing.Papers.Count);
        Assert.Equal(version, listing.Papers[0].Version);
    }

    [Theory]
    [InlineData("withdrawn", "T", PaperState.Withdrawn)]
    [InlineData("new results", "WITHDRAWN: T", PaperState.Withdrawn)]
    [InlineData("new results", "Withdrawn species", PaperState.Active)]
    public async Task Preprint_TakenBack_IsWithdrawn(string type, string title, PaperState state)
        => Assert.Equal(state, (await ReadListing.FromAsync(Answer($$"""{"doi":"10.1101/1","version":"1","server":"medRxiv","type":"{{type}}","title":"{{title}}"}"""))).Papers.Single().State);

    [Fact]
    public async Task Preprint_PublishedInAJournal_HasBothDois()
    {
        var paper = (await ReadListing.FromAsync("""{"collection":[{"biorxiv_doi":"10.1101/1","published_doi":"10.1000/x","preprint_title":"T","preprint_abstract":"A","preprint_date":"2024-09-01"}]}""")).Papers.Single();

        Assert.Equal(["doi:10.1000/x", "doi:10.1101/1"], paper.Aliases.Where(alias => alias.StartsWith("doi:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"messages":[{"status":"no posts found"}],"collection":[]}""", "biorxiv")]
    [InlineData("""{"collection":[]}""", null)]
    public async Task Answer_WithoutPreprints_IsReadOnlyWhenItIsOneOfBioRxiv(string answer, string? format)
        => Assert.Equal(format, (await ReadListing.FromAsync(answer)).Format);

    private static string Answer(params string[] preprints) => $$"""{"messages":[{"status":"ok"}],"collection":[{{string.Join(',', preprints)}}]}""";

    private static string Preprint(string doi, string version)
        => $$"""{"title":"Sorting Wet Paper","authors":"Wet, A.; Dry, B.; ","doi":"{{doi}}","date":"2024-09-0{{version}}","version":"{{version}}","type":"new results","category":"sorting","jatsxml":"x","abstract":"BackgroundWe sort {{version}}.","published":"NA","server":"bioRxiv"}""";
}
