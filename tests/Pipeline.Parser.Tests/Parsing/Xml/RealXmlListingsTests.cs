using System.Diagnostics;

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
}
