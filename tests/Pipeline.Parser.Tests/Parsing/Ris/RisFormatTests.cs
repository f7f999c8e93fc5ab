namespace Pipeline.Parser.Tests.Parsing.Ris;

public sealed class RisFormatTests
{
    private const string Format = "ris";

    [Fact]
    public async Task Record_WithEverything_GivesIt()
    {
        var listing = await ReadListing.FromAsync(
            """


            TY  - JOUR
            TI  - DrySort: Sorting Wet Paper
                  in Linear Time
            AU  - Shannon,Claude E.
            A1  - Ford, Henry, Jr.
            DO  - https://doi.org/10.1000/Dry.1
            UR  - https://example.org/dry
            AB  - We sort pages.
            Results are dry.
            KW  - *sorting
            KW  - paper
            DA  - 2014/3/05/
            SP  -
            ER  -
            """ + "\n");

        Assert.Equal(Format, listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal("doi:10.1000/dry.1", paper.Id);
        Assert.Equal("DrySort: Sorting Wet Paper in Linear Time", paper.Title);
        Assert.Equal("We sort pages.\nResults are dry.", paper.Abstract);
        Assert.Equal(["Claude E. Shannon", "Henry Ford Jr."], paper.Authors);
        Assert.Equal(["sorting", "paper"], paper.Categories);
        Assert.Equal(new DateTimeOffset(2014, 3, 5, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal("https://example.org/dry", paper.Urls["page"]);
        Assert.Null(listing.Broken);
    }

    [Theory]
    [InlineData("TY  - JOUR\nT1  - A title\nER  - \n")]
    [InlineData("\uFEFFTY  - JOUR\nBT  - A title\nER  -\n")]
    [InlineData("TY -  BOOK\nT1  - A title\nER  -")]
    [InlineData("1.\nTY  - JOUR\r\nTI  - A title\r\nER  - \r\n\r\n")]
    [InlineData("TY  - JOUR\nTI  - A title\nN2  - ER then the last line\nER  -\n")]
    public async Task Record_AsDifferentWritersWriteIt_IsRead(string file) => Assert.Equal(["A title"], (await ReadListing.FromAsync(file)).Titles);

    [Theory]
    [InlineData("N2  - From N2\nAB  - From AB\n", "From AB")]
    [InlineData("N2  - From N2\n", "From N2")]
    [InlineData("AB  -\nN2  - From N2\n", "From N2")]
    [InlineData("", "")]
    public async Task Abstract_StandsInEitherTag(string tags, string text)
        => Assert.Equal(text, Assert.Single((await ReadListing.FromAsync($"TY  - JOUR\nTI  - A title\n{tags}ER  - \n")).Papers).Abstract);

    [Theory]
    [InlineData("2014", null)]
    [InlineData("2014//", null)]
    [InlineData("2014/02/30", null)]
    [InlineData("2014/02/03", "2014-02-03")]
    [InlineData("2014-02-03", "2014-02-03")]
    public async Task Date_IsOnlyADayWhenItIsWhole(string written, string? day)
        => Assert.Equal(day, Assert.Single((await ReadListing.FromAsync($"TY  - JOUR\nTI  - A title\nPY  - {written}\nER  - \n")).Papers)
            .PublishedAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task Record_WithoutItsEnd_IsReadWhenTheNextOneBegins()
    {
        var listing = await ReadListing.FromAsync("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - \nTY  - JOUR\nTI  - Three\n");

        Assert.Equal(["One", "Two"], listing.Titles);
        Assert.Equal("line 6", listing.Broken!.Where);
    }

    [Fact]
    public async Task Record_WithoutTitle_IsNamedByItsLine()
        => Assert.Equal("line 2", Assert.Single((await ReadListing.FromAsync("\nTY  - JOUR\nDO  - 10.1000/x\nER  - \n")).Rejections).Where);

    [Fact]
    public async Task Record_OverTheLimit_IsRejectedAndTheRestIsRead()
    {
        var lines = string.Concat(Enumerable.Repeat($"N1  - {new string('x', 1000)}\n", 1001));

        var listing = await ReadListing.FromAsync($"TY  - JOUR\nTI  - One\n{lines}ER  - \nTY  - JOUR\nTI  - Two\nER  - \n");

        Assert.Equal(["Two"], listing.Titles);
        Assert.Contains("longer than a million characters", Assert.Single(listing.Rejections).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TI  - A title\nTY  - JOUR\n")]
    [InlineData("hello\nTY is not a tag\n")]
    public async Task File_WithoutARecordInFront_IsNotTaken(string file) => Assert.NotEqual(Format, (await ReadListing.FromAsync(file)).Format);
}
