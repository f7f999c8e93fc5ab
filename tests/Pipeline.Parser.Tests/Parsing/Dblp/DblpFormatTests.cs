using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.Dblp;

public sealed class DblpFormatTests
{
    [Fact]
    public async Task Hit_OfTheSearch_GivesAllItKnows()
    {
        const string answer =
            """
            <result><query>x</query><completions total="0"/><hits total="1"><hit id="1"><info><authors><author pid="1">Wei Wet 0001</author><author>Ben Dry</author></authors>
            <title>Sorting &amp; Drying.</title><year>2025</year><type>Journal Articles</type><key>journals/w/Wet25</key><doi>10.1000/WET</doi>
            <ee>https://doi.org/10.1000/wet</ee><url>https://dblp.org/rec/journals/w/Wet25</url></info><url>URL#1</url></hit></hits></result>
            """;

        var listing = await ReadListing.FromAsync(answer);

        Assert.Equal("dblp", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(("doi:10.1000/wet", "Sorting & Drying.", ""), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["Wei Wet", "Ben Dry"], paper.Authors);
        Assert.Equal("https://dblp.org/rec/journals/w/Wet25", paper.Urls["dblp"]);
        Assert.Equal(SourceAuthority.Index, paper.Authority);
    }

    [Fact]
    public async Task Dump_GivesPapersAndLeavesOutVolumesAndHomePages()
    {
        const string dump =
            """
            <?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE dblp SYSTEM "dblp.dtd"><dblp>
            <article key="journals/w/Wet25"><author>Ada B&ouml;hm</author><title>Sorting <i>wet</i> paper in <i>O</i>(<i>n</i>).</title>
            <ee type="oa">https://doi.org/10.48550/arXiv.2409.90001</ee></article>
            <proceedings key="conf/w/2025"><title>Wet 2025</title></proceedings><www key="homepages/1"><author>Ada</author><title>Home Page</title></www>
            <inproceedings key="conf/w/Dry25"><author>Ben Dry</author><title>Drying.</title><ee>http://doi.acm.org/10.1145/1.2</ee></inproceedings></dblp>
            """;

        var listing = await ReadListing.FromAsync(dump);

        Assert.Equal(["arxiv:2409.90001", "doi:10.1145/1.2"], listing.Papers.Select(paper => paper.Id));
        Assert.Equal(["Sorting wet paper in O(n).", "Drying."], listing.Titles);
        Assert.Equal(["Ada Böhm"], listing.Papers[0].Authors);
        Assert.Equal(2, listing.Entries.Count);
    }

    [Fact]
    public async Task Result_OfSomethingElse_IsRefused()
        => Assert.Contains("dblp (a result that is not dblp's)", (await ReadListing.FromAsync("<result><hits/></result>")).Refusal, StringComparison.Ordinal);
}
