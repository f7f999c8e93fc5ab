using System.Text;
using CsCheck;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Fuzz;

namespace Pipeline.Parser.Tests.Parsing.Xml;

public sealed class HostileXmlTests
{
    private static readonly string[] Formats = ["arxiv-atom", "arxiv-feed", "oai-pmh", "atom", "rss", "rdf", "pubmed", "dblp"];

    // Pieces that the readers look for, and noise.
    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.OneOf(
            "<rss>", "</rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<item>", "</item>", "<item/>", "<entry>", "</entry>", "<record>", "</record>", "<metadata>",
            "</metadata>", "<title>T</title>", "<title>", "</title>", "<id>2409.90001v2</id>", "<summary>", "<content><entry>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>",
            "<!DOCTYPE a [", "]>", "&", "&amp;", "&#", "&#xD800;", "&eacute;", ";", "<", ">", "'", "\"", "<a b='", "<dc:x ", "xmlns:dc=''", "\0", "\uFEFF", "<header status='deleted'>",
            "<PubmedArticle><MedlineCitation><Article><ArticleTitle>T</ArticleTitle></Article></MedlineCitation></PubmedArticle>", "<article><title>T</title></article>", "&lt;script&gt;"),
        Gen.String);

    [Fact]
    public async Task Reader_OfAnyBytes_NeverThrows()
        => await Gen.Select(Gen.Byte.Array[0, 300], Gen.OneOf(Formats)).SampleAsync(
            async (bytes, format) => IsSound(await ReadListing.FromAsync(bytes, format)),
            iter: 300);

    [Fact]
    public async Task Reader_OfAnyPieces_NeverThrowsAndGivesSoundPapers()
        => await Gen.Select(Pieces.Array[0, 30], Gen.OneOf(Formats)).SampleAsync(
            async (pieces, format) => IsSound(await ReadListing.FromAsync(string.Concat(pieces))) && IsSound(await ReadListing.FromAsync(string.Concat(pieces), format)),
            iter: 1000);

    [Fact]
    public async Task Reader_OfEqualBytes_GivesEqualEntriesHoweverTheyArrive()
        => await Gen.Select(Pieces.Array[0, 30], Gen.OneOf(Formats), Gen.Int[1, 50]).SampleAsync(
            async (pieces, format, most) =>
            {
                var bytes = Encoding.UTF8.GetBytes(string.Concat(pieces));
                var whole = await ReadListing.FromAsync(bytes, format);
                var dripped = await ReadListing.FromAsync(new DrippingStream(bytes, most), format);
                return Shown(whole).SequenceEqual(Shown(dripped));
            },
            iter: 300);

    [Theory]
    [InlineData("<rss version='2.0'><channel>", "<item>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>")]
    [InlineData("<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><ListRecords>", "<record>")]
    public async Task Feed_OfThousandsOfEntriesWithoutEnd_StaysWithinTheLimits(string beginning, string entry)
    {
        var bytes = Encoding.UTF8.GetBytes(beginning + string.Concat(Enumerable.Repeat(entry, 20_000)));

        var probed = await ListingProbe.ReadAsync(new MemoryStream(bytes), bytes.Length, "feed.xml", format: null, TestContext.Current.CancellationToken);

        Assert.Null(probed.Fault);
        Assert.NotNull(probed.Format);
    }

    private static bool IsSound(ReadListing listing)
        => (listing.Refusal is null) == (listing.Format is not null)
            && listing.Rejections.All(rejection => !rejection.Reason.Contains('\n', StringComparison.Ordinal))
            && listing.Papers.All(paper => paper.Title.Length is > 0 and <= PaperText.MaxTitleLength && IsWellFormed(paper.Title) && IsWellFormed(paper.Abstract));

    private static bool IsWellFormed(string text)
        => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) && !text.Contains('\0', StringComparison.Ordinal);

    private static IEnumerable<string> Shown(ReadListing listing) => listing.Entries.Select(entry => entry switch
    {
        Pipeline.Parser.Parsing.ListingEntry.Listed(var paper) => $"{paper.Rank} {paper.Id} {paper.Title} {paper.Abstract}",
        _ => entry.ToString(),
    });
}
