using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Parsing.OaiPmh;

public sealed class OaiPmhFormatTests
{
    private const string Arxiv =
        """
        <arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2409.90001</id><created>2024-09-16</created><updated>2024-10-01</updated>
        <authors><author><keyname>Wet</keyname><forenames>Ada</forenames><affiliation>MIT</affiliation></author>
        <author><keyname>Collaboration</keyname></author><author><keyname>:</keyname></author><author><keyname>Dry</keyname><forenames>Ben</forenames><suffix>Jr</suffix></author></authors>
        <title>Sorting Wet
          Paper</title><categories>cs.DS cs.LG</categories><comments>9 pages</comments><doi>10.1000/wet</doi><abstract>  We sort
        paper.
        </abstract></arXiv>
        """;

    private const string Raw =
        """
        <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>2409.90001</id><submitter>A</submitter>
        <version version="v2"><date>Tue, 1 Oct 2024 08:00:00 GMT</date></version><version version="v1"><date>Mon, 16 Sep 2024 08:12:45 GMT</date></version>
        <title>Sorting Wet Paper</title><authors>Ada Wet (MIT), Ben Dry and Cy Damp</authors><categories>cs.DS</categories><abstract>We sort.</abstract></arXivRaw>
        """;

    private const string DublinCore =
        """
        <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>Sorting Wet Paper</dc:title><dc:creator>Wet, Ada</dc:creator><dc:creator>Team</dc:creator><dc:subject>Data Structures</dc:subject>
        <dc:description>Comment: This paper has been withdrawn</dc:description><dc:description>  We sort.
        </dc:description><dc:date>2024-09-16</dc:date><dc:date>2024-10-01</dc:date><dc:identifier>http://arxiv.org/abs/2409.90001</dc:identifier></oai_dc:dc>
        """;

    [Fact]
    public async Task Record_InTheFormatArxiv_GivesAllItKnows()
    {
        var listing = await ReadListing.FromAsync(Answer(Record("oai:arXiv.org:2409.90001", Arxiv)));

        Assert.Equal("oai-pmh", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(["arxiv:2409.90001", "doi:10.1000/wet", PaperIdentity.FromTitle("Sorting Wet Paper")!], paper.Aliases);
        Assert.Equal(("Sorting Wet Paper", "We sort\npaper."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Collaboration", "Ben Dry Jr"], paper.Authors);
        Assert.Equal(["cs.DS", "cs.LG"], paper.Categories);
        Assert.Equal((2024, 9, 16), (paper.PublishedAt!.Value.Year, paper.PublishedAt.Value.Month, paper.PublishedAt.Value.Day));
        Assert.Equal(new DateTimeOffset(2024, 10, 1, 0, 0, 0, TimeSpan.Zero), paper.UpdatedAt);
        Assert.Equal((null, SourceAuthority.Record), (paper.Version, paper.Authority));
        Assert.Equal("https://arxiv.org/abs/2409.90001", paper.Urls["abs"]);
    }

    [Fact]
    public async Task Record_InTheFormatArxivRaw_GivesItsVersions()
    {
        var paper = Assert.Single((await ReadListing.FromAsync(Answer(Record("oai:arXiv.org:2409.90001", Raw)))).Papers);

        Assert.Equal(2, paper.Version);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 8, 12, 45, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 10, 1, 8, 0, 0, TimeSpan.Zero), paper.UpdatedAt);
        Assert.Equal(["Ada Wet", "Ben Dry", "Cy Damp"], paper.Authors);
    }

    [Fact]
    public async Task Record_InDublinCore_KeepsTheCommentOutOfTheAbstract()
    {
        var paper = Assert.Single((await ReadListing.FromAsync(Answer(Record("oai:arXiv.org:2409.90001", DublinCore)))).Papers);

        Assert.Equal(("arxiv:2409.90001", "We sort.", PaperState.Withdrawn), (paper.Id, paper.Abstract, paper.State));
        Assert.Equal(["Ada Wet", "Team"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 10, 1, 0, 0, 0, TimeSpan.Zero), paper.UpdatedAt);
    }

    [Theory]
    [InlineData("<arXiv xmlns:xsi=\"x\" xsi:schemaLocation=\"a b\"><id>2409.90001</id><title>T</title><abstract>A</abstract></arXiv>")]
    [InlineData("<oai_dc:dc><dc:title>T</dc:title><dc:description>A</dc:description></oai_dc:dc>")]
    [InlineData("<x:dc><title>T</title><unknown:description>A</unknown:description></x:dc>")]
    public async Task Record_InTheWrongNamespaceOrNone_IsRead(string payload)
    {
        var paper = Assert.Single((await ReadListing.FromAsync(Answer(Record("oai:arXiv.org:2409.90001", payload)))).Papers);

        Assert.Equal(("arxiv:2409.90001", "T", "A"), (paper.Id, paper.Title, paper.Abstract));
    }

    [Fact]
    public async Task Records_WithoutTheirAnswer_AreRead()
        => Assert.Equal(
            ["arxiv:2409.90001", "arxiv:2409.90002"],
            (await ReadListing.FromAsync(Record("oai:arXiv.org:2409.90001", Arxiv) + "\n" + Record("oai:arXiv.org:2409.90002", Arxiv.Replace("90001", "90002", StringComparison.Ordinal))))
                .Papers.Select(paper => paper.Id));

    [Fact]
    public async Task Record_WithARecordInside_IsOne()
        => Assert.Equal(
            "metadata as \"record\", which is not read: ask with metadataPrefix=oai_dc.",
            Assert.Single((await ReadListing.FromAsync(Answer(Record("oai:x:1", "<record><leader>0</leader></record>")))).Rejections).Reason);

    [Fact]
    public async Task Record_Deleted_IsAWithdrawal()
    {
        var listing = await ReadListing.FromAsync(Answer("""
            <record><header status="deleted"><identifier>oai:arXiv.org:2409.90001</identifier></header></record>
            <record><header status="deleted"><identifier>oai:x:1</identifier></header></record><record><header status="deleted"/></record>
            """));

        Assert.Equal(new ListingEntry.Withdrawn("arxiv:2409.90001"), listing.Entries[0]);
        Assert.Equal(["entry 2", "entry 3"], listing.Rejections.Select(rejection => rejection.Where));
        Assert.Null(listing.Broken);
    }

    [Fact]
    public async Task Error_ThatNothingMatches_IsAnEmptyListing()
    {
        var listing = await ReadListing.FromAsync("<OAI-PMH><error code=\"noRecordsMatch\">none</error></OAI-PMH>");

        Assert.Equal("oai-pmh", listing.Format);
        Assert.Empty(listing.Entries);
    }

    [Fact]
    public async Task Error_OfAnotherKind_BreaksOffInTheServersWords()
        => Assert.Equal(
            new("the repository answered with \"badResumptionToken\": \"The token expired\"; correct what is asked of it.", "the answer"),
            (await ReadListing.FromAsync("<OAI-PMH><error code=\"badResumptionToken\">The token\n expired</error></OAI-PMH>")).Broken);

    [Theory]
    [InlineData("ListIdentifiers")]
    [InlineData("ListSets")]
    [InlineData("ListMetadataFormats")]
    [InlineData("Identify")]
    public async Task Answer_ToAnotherVerb_IsRefusedWithAdvice(string verb)
        => Assert.Contains(
            $"oai-pmh (an answer to {verb}, which holds no papers: ask for ListRecords)",
            (await ReadListing.FromAsync($"<OAI-PMH><{verb}><header><identifier>oai:x:1</identifier></header></{verb}></OAI-PMH>")).Refusal,
            StringComparison.Ordinal);

    [Fact]
    public async Task Headers_ReadByName_GiveWithdrawalsOnly()
        => Assert.Equal(
            [new ListingEntry.Withdrawn("arxiv:2409.90001")],
            (await ReadListing.FromAsync(
                "<OAI-PMH><ListIdentifiers><header><identifier>oai:arXiv.org:2409.90002</identifier></header>"
                + "<header status=\"deleted\"><identifier>oai:arXiv.org:2409.90001</identifier></header></ListIdentifiers></OAI-PMH>",
                "oai-pmh")).Entries);

    private static string Record(string identifier, string payload)
        => $"<record><header><identifier>{identifier}</identifier><datestamp>2024-10-02</datestamp></header><metadata>{payload}</metadata></record>";

    private static string Answer(string records)
        => $"<?xml version=\"1.0\"?><OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2024-10-03</responseDate><request verb=\"ListRecords\">x</request><GetRecord>{records}</GetRecord></OAI-PMH>";
}
