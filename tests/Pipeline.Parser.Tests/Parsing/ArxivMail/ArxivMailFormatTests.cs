using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.ArxivMail;

public sealed class ArxivMailFormatTests
{
    private const string Format = "arxiv-mail";
    private const string Line = "------------------------------------------------------------------------------\n";
    private const string Banner = Line + "Send any comments regarding submissions directly to submitter.\n" + Line + "Archives at http://arxiv.org/\n" + Line;

    private static DateTimeOffset Time(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) => new(year, month, day, hour, minute, second, TimeSpan.Zero);

    private static string Entry(
        string id = "arXiv:2401.01234",
        string dates = "Date: Thu, 9 Mar 2023 01:29:09 GMT   (961kb,D)",
        string fields = "Authors: Anna Mueller",
        string text = "  We sort pages.\n")
        => $"\\\\\n{id}\n{dates}\n\nTitle: DrySort: Sorting\n  Wet Paper\n{fields}\nCategories: cs.DS math.CO\n\\\\\n{text}\\\\ ( https://arxiv.org/abs/2401.01234 ,  961kb)\n{Line}";

    [Fact]
    public async Task Entry_New_GivesEverythingItHolds()
    {
        var listing = await ReadListing.FromAsync(
            Banner + Entry(fields: "Authors: M. Aizenman (Princeton University), P. M\\\"uller,\n  H. Ford, Jr. and Keqin Li\nComments: 9 pages\nDOI: 10.1000/Dry", text: "  We sort\npages by $n^2$.\n  Second paragraph of Erd\\H{o}s.\n"));

        Assert.Equal(Format, listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal("arxiv:2401.01234", paper.Id);
        Assert.Contains("doi:10.1000/dry", paper.Aliases);
        Assert.Equal("DrySort: Sorting Wet Paper", paper.Title);
        Assert.Equal("We sort pages by $n^2$.\nSecond paragraph of Erdős.", paper.Abstract);
        Assert.Equal(["M. Aizenman", "P. Müller", "H. Ford Jr.", "Keqin Li"], paper.Authors);
        Assert.Equal(["cs.DS", "math.CO"], paper.Categories);
        Assert.Equal(Time(2023, 3, 9, 1, 29, 9), paper.PublishedAt);
        Assert.Equal(1, paper.Version);
        Assert.Equal(SourceAuthority.Announcement, paper.Authority);
        Assert.Equal("https://arxiv.org/abs/2401.01234", paper.Urls["abs"]);
        Assert.Empty(listing.Rejections);
        Assert.Null(listing.Broken);
    }

    [Theory]
    [InlineData("arXiv:2401.01234 (*cross-listing*)", "arxiv:2401.01234", null)]
    [InlineData("arXiv:2401.01234v3", "arxiv:2401.01234", 3)]
    [InlineData("Paper: hep-th/9901001", "arxiv:hep-th/9901001", 1)]
    [InlineData("Paper (*cross-listing*): math.MP/9712278", "arxiv:math/9712278", null)]
    public async Task Id_InAnyForm_IsRead(string line, string id, int? version)
    {
        var paper = Assert.Single((await ReadListing.FromAsync(Banner + Entry(line))).Papers);

        Assert.Equal((id, version), (paper.Id, paper.Version));
    }

    [Fact]
    public async Task Replacement_WithoutAbstract_IsAPaperWithItsTime()
    {
        var listing = await ReadListing.FromAsync(
            Banner + $"\\\\\narXiv:2401.01234\nreplaced with revised version Thu, 8 Jun 2023 08:03:26 GMT   (25kb,D)\n\nTitle: T\nAuthors: A B\nCategories: cs.DS\n\\\\ ( https://arxiv.org/abs/2401.01234 ,  25kb)\n%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%\n");

        var paper = Assert.Single(listing.Papers);
        Assert.Equal("", paper.Abstract);
        Assert.Equal((null, Time(2023, 6, 8, 8, 3, 26)), (paper.PublishedAt, paper.UpdatedAt));
        Assert.Null(paper.Version);
    }

    [Fact]
    public async Task Listing_OfAMonth_GivesPapersWithoutAbstractAndTheirVersions()
    {
        const string header = "\\\\\nPaper: astro-ph/920400{0}\nFrom: Someone <example@example.com>\nDate: Mon, 13 Apr 1992 18:20:01 GMT   (11kb)\nDate (revised v2): Tue, 14 Apr 1992 18:20:01 GMT   (11kb)\n\nTitle: Number {0}\nAuthors: A B\nCategories: astro-ph\n\\\\\n";

        var listing = await ReadListing.FromAsync(
            Line + "\nPapers received as of Sat Apr  4 02:55:44 METDST 1992.\n\n" + Line + header.Replace("{0}", "1", StringComparison.Ordinal) + Line + header.Replace("{0}", "2", StringComparison.Ordinal));

        Assert.Equal(Format, listing.Format);
        Assert.Equal(["Number 1", "Number 2"], listing.Titles);
        Assert.All(listing.Papers, paper => Assert.Equal((2, Time(1992, 4, 13, 18, 20, 1), Time(1992, 4, 14, 18, 20, 1)), (paper.Version, paper.PublishedAt, paper.UpdatedAt)));
        Assert.Null(listing.Broken);
    }

    [Fact]
    public async Task Entry_WithoutId_IsNamedAndTheOthersAreRead()
    {
        var listing = await ReadListing.FromAsync(Banner + Entry("arXiv:missing") + Entry());

        Assert.Single(listing.Papers);
        var rejection = Assert.Single(listing.Rejections);
        Assert.Equal("line 7", rejection.Where);
        Assert.Equal("no line \"arXiv:ID\" or \"Paper: ID\" with an arXiv id in the entry \"DrySort: Sorting Wet Paper\": correct or remove it.", rejection.Reason);
    }

    [Fact]
    public async Task Entry_WithoutItsLastMark_CostsNothingBehindIt()
    {
        var first = Entry().Replace("\\\\ ( https://arxiv.org/abs/2401.01234 ,  961kb)\n", "", StringComparison.Ordinal);

        Assert.Equal(["arxiv:2401.01234", "arxiv:2401.01235"], (await ReadListing.FromAsync(Banner + first + Entry("arXiv:2401.01235"))).Papers.Select(paper => paper.Id));
    }

    [Fact]
    public async Task Mail_CutInAnAbstract_KeepsWhatIsWhole()
    {
        var mail = Banner + Entry() + Entry("arXiv:2401.01235");

        var listing = await ReadListing.FromAsync(mail[..mail.LastIndexOf("pages", StringComparison.Ordinal)]);

        Assert.Equal(["arxiv:2401.01234"], listing.Papers.Select(paper => paper.Id));
        Assert.Equal("line 19", listing.Broken!.Where);
    }

    [Theory]
    [InlineData("Comments: This paper has been withdrawn by the author", PaperState.Withdrawn)]
    [InlineData("Comments: Withdrawn due to an error", PaperState.Withdrawn)]
    [InlineData("Comments: About withdrawn species, 9 pages", PaperState.Active)]
    public async Task Comments_ThatSayItIsWithdrawn_AreHeard(string comments, PaperState state)
        => Assert.Equal(state, Assert.Single((await ReadListing.FromAsync(Banner + Entry(fields: comments))).Papers).State);
}
