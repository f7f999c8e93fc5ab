namespace Pipeline.Parser.Tests.Parsing.WebOfScience;

public sealed class WebOfScienceFormatTests
{
    private const string Export =
        """
        FN Clarivate Analytics Web of Science
        VR 1.0
        PT J
        AU Mueller, A
           Li, W
        AF Mueller, Anna
           Li, Wei
        TI DrySort: Sorting Wet Paper
           in Linear Time
        DE sorting; wet paper
        AB We sort pages.
           Results are dry.
        DI 10.1000/dry.1
        ER

        PT J
        AU Solo, H
        TI Second
        ER

        EF
        """;

    [Fact]
    public async Task Export_GivesItsPapers()
    {
        var listing = await ReadListing.FromAsync(Export, name: "export.ris");

        Assert.Equal("web-of-science", listing.Format);
        Assert.Equal(["DrySort: Sorting Wet Paper in Linear Time", "Second"], listing.Titles);
        Assert.Equal("doi:10.1000/dry.1", listing.Papers[0].Id);
        Assert.Equal("We sort pages. Results are dry.", listing.Papers[0].Abstract);
        Assert.Equal(["Anna Mueller", "Wei Li"], listing.Papers[0].Authors);
        Assert.Equal(["sorting", "wet paper"], listing.Papers[0].Categories);
        Assert.Equal(["H Solo"], listing.Papers[1].Authors);
        Assert.Null(listing.Broken);
    }

    [Fact]
    public async Task Export_CutInARecord_IsBrokenThere()
    {
        var listing = await ReadListing.FromAsync(Export[..Export.IndexOf("TI Second", StringComparison.Ordinal)]);

        Assert.Single(listing.Papers);
        Assert.Equal("line 16", listing.Broken!.Where);
    }

    [Theory]
    [InlineData("PT J\nTI A title\nER\n", true)]
    [InlineData("PT J and more\nTI A title\nER\n", false)]
    [InlineData("FN Somebody\nPT J\nTI A title\nER\n", false)]
    public async Task File_IsTakenByItsFirstLine(string file, bool isTaken)
        => Assert.Equal(isTaken, (await ReadListing.FromAsync(file)).Format == "web-of-science");
}
