using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.ArxivAbs;

public sealed class ArxivAbsFormatTests
{
    private const string Line = "------------------------------------------------------------------------------\n";

    private static string Record(string id = "2401.01234", string dates = "Date: Mon, 8 Jan 2024 12:00:00 GMT   (12kb,D)", string text = "  We sort pages.\n", string fields = "")
        => $"{Line}\\\\\narXiv:{id}\nFrom: Anna <a@example.com>\n{dates}\n\nTitle: DrySort\nAuthors: The Dry Collaboration: A. M\\\"uller, B. Li\nCategories: cs.DS\n{fields}\\\\\n{text}\\\\\n";

    [Fact]
    public async Task Record_GivesEverythingItHolds()
    {
        var listing = await ReadListing.FromAsync(Record(fields: "DOI: 10.1000/a 10.1000/b\nLicense: http://example.org/\n"));

        Assert.Equal("arxiv-abs", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(["arxiv:2401.01234", "doi:10.1000/a", "doi:10.1000/b"], paper.Aliases.Where(key => !key.StartsWith("title:", StringComparison.Ordinal)));
        Assert.Equal(["The Dry Collaboration", "A. Müller", "B. Li"], paper.Authors);
        Assert.Equal("We sort pages.", paper.Abstract);
        Assert.Equal(1, paper.Version);
        Assert.Equal(SourceAuthority.Record, paper.Authority);
        Assert.Equal(paper.PublishedAt, paper.UpdatedAt);
    }

    [Theory]
    [InlineData("Date: Mon, 8 Jan 2024 12:00:00 GMT   (12kb)\nDate (revised v2): Tue, 9 Jan 2024 12:00:00 GMT   (13kb)", 2, 9, PaperState.Active)]
    [InlineData("Date: Mon, 8 Jan 2024 12:00:00 GMT   (12kb)\nDate (revised): Tue, 9 Jan 2024 12:00:00 GMT", null, 9, PaperState.Active)]
    [InlineData("Date: Mon, 8 Jan 2024 12:00:00 GMT   (12kb)\nDate (revised v2): Tue, 9 Jan 2024 12:00:00 GMT   (0kb,I)", 2, 9, PaperState.Withdrawn)]
    [InlineData("Date: Mon, 8 Jan 2024 12:00:00 GMT   (0kb,I)\nDate (revised v2): Tue, 9 Jan 2024 12:00:00 GMT   (9kb)", 2, 9, PaperState.Active)]
    public async Task Versions_AreReadFromTheDates(string dates, int? version, int day, PaperState state)
    {
        var paper = Assert.Single((await ReadListing.FromAsync(Record(dates: dates))).Papers);

        Assert.Equal(
            (version, new DateTimeOffset(2024, 1, 8, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 1, day, 12, 0, 0, TimeSpan.Zero), state),
            (paper.Version, paper.PublishedAt, paper.UpdatedAt, paper.State));
    }

    [Fact]
    public async Task Records_OneAfterAnother_AreAllRead()
        => Assert.Equal(
            ["arxiv:2401.01234", "arxiv:hep-th/9901001"],
            (await ReadListing.FromAsync(Record() + Record("hep-th/9901001", text: "  This paper has been withdrawn.\n"))).Papers.Select(paper => paper.Id));

    [Fact]
    public async Task Record_WithoutAbstract_IsRejected()
        => Assert.Contains(
            "no abstract",
            Assert.Single((await ReadListing.FromAsync(Record() + Record("2401.01235", text: ""))).Rejections).Reason,
            StringComparison.Ordinal);

    [Fact]
    public async Task Record_CutInItsAbstract_IsBroken()
    {
        var record = Record();

        var listing = await ReadListing.FromAsync(record[..^6]);

        Assert.Empty(listing.Papers);
        Assert.Equal("line 3", listing.Broken!.Where);
    }
}
