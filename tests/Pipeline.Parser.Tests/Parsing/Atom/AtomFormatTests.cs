using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.Atom;

public sealed class AtomFormatTests
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Entry_OfAJournal_GivesAllItKnows()
    {
        const string entry =
            """
            <entry xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><source><title>Journal</title></source>
            <title type="html">Sorting &amp;lt;b&amp;gt; &lt;i&gt;Wet&lt;/i&gt; Paper</title><id>https://example.org/a1</id>
            <link rel="self" href="https://example.org/a1.atom"/><link href="https://example.org/a1"/><link rel="related" type="application/pdf" href="https://example.org/a1.pdf"/>
            <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>We <b>sort</b>.</p><p>Twice.</p><script>x()</script></div></summary>
            <content type="html">The whole text.</content><author><name>Ada Wet</name></author><author><name>Ben Dry</name></author>
            <category term="cs"/><published>2024-09-16T10:00:00+02:00</published><updated>2024-09-17T00:00:00Z</updated><prism:doi>10.1000/Wet</prism:doi></entry>
            """;

        var listing = await ReadListing.FromAsync(Feed(entry));

        Assert.Equal("atom", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(("doi:10.1000/wet", "Sorting <b> Wet Paper", "We sort.\nTwice."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Ben Dry"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 8, 0, 0, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 9, 17, 0, 0, 0, TimeSpan.Zero), paper.UpdatedAt);
        Assert.Equal(("https://example.org/a1", "https://example.org/a1.pdf"), (paper.Urls["page"], paper.Urls["pdf"]));
        Assert.Equal(SourceAuthority.Index, paper.Authority);
    }

    [Theory]
    [InlineData("<title mode=\"base64\">PHA+V2V0IHBhcGVyPC9wPg==</title>", "Wet paper")]
    [InlineData("<title type=\"text/html\" mode=\"escaped\">safe&lt;script>x()&lt;/script> words</title>", "safe words")]
    [InlineData("<image><title>Wrong</title></image><title>Right</title>", "Right")]
    [InlineData("<dc:title xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Module</dc:title><title>Own</title>", "Own")]
    [InlineData("<title>p&lt;q and q&gt;r</title>", "p<q and q>r")]
    public async Task Title_InAnyForm_IsPlainText(string element, string title)
        => Assert.Equal(title, Assert.Single((await ReadListing.FromAsync(Feed($"<entry>{element}</entry>"))).Titles));

    [Theory]
    [InlineData("<summary/><content>Body</content>", "Body")]
    [InlineData("<summary>&lt;p&gt; &lt;/p&gt;</summary><content>Body</content>", "Body")]
    [InlineData("<content src=\"https://example.org/x\"/>", "")]
    [InlineData("<content><entry><title>Nested</title></entry></content>", "Nested")]
    public async Task Abstract_IsTheSummaryElseTheContent(string elements, string text)
        => Assert.Equal(text, Assert.Single((await ReadListing.FromAsync(Feed($"<entry><title>T1</title>{elements}</entry>"))).Papers).Abstract);

    [Fact]
    public async Task Address_OfAPublisher_GivesItsDoi()
        => Assert.Equal("doi:10.1000/wet.1", Assert.Single((await ReadListing.FromAsync(
            Feed("<entry><title>T1</title><link href=\"https://pubs.example.org/doi/abs/10.1000/Wet.1?af=R\"/></entry>"))).Papers).Id);

    [Theory]
    [InlineData("<entry xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title></entry>", "atom")]
    [InlineData("<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:title>T</a:title></a:entry></a:feed>", "atom")]
    [InlineData("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><title>T</title></entry></feed>", "atom")]
    [InlineData("<feed><entry><title>T</title></entry></feed>", "atom")]
    [InlineData("<feed xmlns=\"urn:fodder\"><entry><title>T</title></entry></feed>", null)]
    [InlineData("<entry><title>T</title></entry>", null)]
    public async Task Root_TellsAFeedOfAtom(string document, string? format) => Assert.Equal(format, (await ReadListing.FromAsync(document)).Format);

    [Fact]
    public async Task Entry_WithoutTitle_IsRejected()
        => Assert.Equal("no title: every paper needs one.", Assert.Single((await ReadListing.FromAsync(Feed("<entry><summary>S</summary></entry>"))).Rejections).Reason);

    private static string Feed(string entries) => $"<?xml version=\"1.0\"?><feed xmlns=\"{Namespace}\"><title>Journal</title>{entries}</feed>";
}
