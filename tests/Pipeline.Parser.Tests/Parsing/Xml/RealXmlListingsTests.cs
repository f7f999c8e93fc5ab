using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Parsing.Xml;

public sealed class RealXmlListingsTests
{
    private static readonly string[] Folders = ["arxiv-atom", "arxiv-rss", "arxiv-oai", "oai-generic", "journal-feeds", "pubmed", "dblp"];

    public static TheoryData<string> Files => [.. Folders.SelectMany(ExpectedListing.In).DefaultIfEmpty("arxiv-atom/none")];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Listing_Real_GivesThePapersAnotherProgramFound(string path)
    {
        var expected = ExpectedListing.Of(path);

        var listing = await ReadListing.FromAsync(File.OpenRead(Expected.RealFile("data/listings/" + path)), name: path);

        Assert.Null(listing.Refusal);
        Assert.Equal(expected, listing.Papers.Zip(expected, (paper, wanted) => wanted.From(paper)));
        Assert.Equal(expected.Count, listing.Papers.Count);
    }

    [Theory]
    [InlineData("hostile-feeds")]
    [InlineData("hostile-xml")]
    [InlineData("other-xml")]
    [InlineData("oai-generic")]
    public async Task Listing_HostileOrOfAnotherKind_IsReadOrRefusedWithAReason(string folder)
    {
        var files = Directory.GetFiles(Expected.RealFile("data/listings/" + folder), "*.x*", SearchOption.AllDirectories);

        foreach (var file in files)
        {
            var listing = await ReadListing.FromAsync(File.OpenRead(file), name: file);

            Assert.True(listing.Format is not null || listing.Refusal!.StartsWith("this looks like ", StringComparison.Ordinal), file);
        }

        Assert.NotEmpty(files);
    }

    [Theory]
    [InlineData("encoding/http_text_xml_charset_2.xml", "Foo", "This is a £“test.”")]
    [InlineData("wellformed_namespace/rss1.0withModulesNoDefNSLocalNameClash.xml", "Test Item - RSS 1.0 no Default NS, localName clashes", "correct description")]
    [InlineData("wellformed_namespace/rss2.0noNSwithModulesLocalNameClash.xml", "Test Item - RSS2.0 no NS localName clash", "correct description")]
    [InlineData("wellformed_node_precedence/atom10_title.xml", "Correct Value", "")]
    [InlineData("wellformed_atom/entry_title_base64_2.xml", "History of the <blink> tag", "")]
    [InlineData("wellformed_sanitize/entry_title_script.xml", "safe description", "")]
    public async Task Listing_OfTheFeedTests_GivesWhatItsCommentExpects(string path, string title, string text)
    {
        var listing = await ReadListing.FromAsync(File.OpenRead(Expected.RealFile("data/listings/hostile-feeds/feedparser/" + path)));

        var paper = Assert.Single(listing.Papers);
        Assert.Equal((title, text), (paper.Title, paper.Abstract));
    }

    [Fact]
    public async Task Listing_CutInAnEntry_IsKeptUpToThere()
        => Assert.Equal("entry 5", Assert.IsType<ListingEntry.Broken>((await ReadListing.FromAsync(
            File.OpenRead(Expected.RealFile("data/listings/arxiv-rss/atom_cs.AI_2025-08-20_cut-after-4.xml")))).Entries[^1]).Where);
}
