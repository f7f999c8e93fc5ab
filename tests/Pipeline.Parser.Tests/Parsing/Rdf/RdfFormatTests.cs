using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.Rdf;

public sealed class RdfFormatTests
{
    [Fact]
    public async Task Item_OfAJournal_GivesAllItKnows()
    {
        const string feed =
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:r="http://purl.org/rss/1.0/" xmlns:m="urn:module"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
            <r:channel rdf:about="https://example.org/"><r:title>J</r:title><r:items><rdf:Seq><rdf:li rdf:resource="https://example.org/a1"/></rdf:Seq></r:items></r:channel>
            <r:item rdf:about="https://example.org/a1"><m:description>Wrong</m:description><r:title>
            <![CDATA[
            Sorting Wet Paper
            ]]></r:title><r:link> https://example.org/a1 </r:link><r:description><![CDATA[
            We sort.
            ]]></r:description><dc:creator><![CDATA[ Wet, A., Dry, B. C. ]]></dc:creator><dc:date>2024-09-16</dc:date>
            <dc:identifier>doi:10.1000/Wet</dc:identifier><prism:publicationDate>2024-09-15</prism:publicationDate></r:item></rdf:RDF>
            """;

        var listing = await ReadListing.FromAsync(feed);

        Assert.Equal("rdf", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(("doi:10.1000/wet", "Sorting Wet Paper", "We sort."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(new DateTimeOffset(2024, 9, 15, 0, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal("https://example.org/a1", paper.Urls["page"]);
        Assert.Equal(SourceAuthority.Index, paper.Authority);
    }

    [Theory]
    [InlineData("http://purl.org/rss/1.0/", "rdf")]
    [InlineData("http://my.netscape.com/rdf/simple/0.9/", "rdf")]
    [InlineData("http://xmlns.com/foaf/0.1/", null)]
    public async Task Namespace_TellsAFeedFromOtherRdf(string ns, string? format)
        => Assert.Equal(format, (await ReadListing.FromAsync($"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"{ns}\"><item><title>T</title></item></rdf:RDF>")).Format);
}
