using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.Rss;

public sealed class RssFormatTests
{
    [Fact]
    public async Task Item_OfAJournal_GivesAllItKnows()
    {
        const string item =
            """
            <item><title><![CDATA[Sorting <i>Wet</i> Paper &amp; Card]]></title><link>https://example.org/a1</link>
            <description><![CDATA[<p>We sort.</p><p>Twice&nbsp;over.</p><img src="x"/>]]></description><guid isPermaLink="false">10.1000/Wet</guid>
            <pubDate>Mon, 16 Sep 2024 08:12:45 GMT</pubDate><category>cs</category><dc:creator>Ada Wet</dc:creator><dc:creator>Ben Dry</dc:creator></item>
            """;

        var listing = await ReadListing.FromAsync(Feed(item));

        Assert.Equal("rss", listing.Format);
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(("doi:10.1000/wet", "Sorting Wet Paper & Card", "We sort.\nTwice\u00A0over."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["Ada Wet", "Ben Dry"], paper.Authors);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 8, 12, 45, TimeSpan.Zero), paper.PublishedAt);
        Assert.Equal(["cs"], paper.Categories);
        Assert.Equal(SourceAuthority.Index, paper.Authority);
        Assert.Equal("https://example.org/a1", paper.Urls["page"]);
    }

    [Theory]
    [InlineData("<description>D</description><content:encoded>E</content:encoded>", "D")]
    [InlineData("<description/><content:encoded><![CDATA[<p>E</p>]]></content:encoded>", "E")]
    [InlineData("<dc:description>M</dc:description><content:encoded>E</content:encoded>", "M")]
    [InlineData("<m:description xmlns:m=\"urn:module\">Wrong</m:description><description>D</description>", "D")]
    [InlineData("<m:description xmlns:m=\"urn:module\">Wrong</m:description>", "")]
    public async Task Abstract_IsTheDescriptionElseWhatAModuleGives(string elements, string text)
        => Assert.Equal(text, Assert.Single((await ReadListing.FromAsync(Feed($"<item><title>T1</title>{elements}</item>"))).Papers).Abstract);

    [Theory]
    [InlineData("<dc:creator>Wet, A., Dry, B., Damp, C.</dc:creator>", "A. Wet|B. Dry|C. Damp")]
    [InlineData("<dc:creator>Ada Wet, Ben Dry</dc:creator>", "Ada Wet|Ben Dry")]
    [InlineData("<dc:creator>Wet, Ada</dc:creator>", "Wet, Ada")]
    [InlineData("<author>ada@example.org (Ada Wet)</author>", "Ada Wet")]
    [InlineData("", "")]
    public async Task Authors_InAnyForm_AreNames(string elements, string names)
        => Assert.Equal(names.Length == 0 ? [] : names.Split('|'), Assert.Single((await ReadListing.FromAsync(Feed($"<item><title>T1</title>{elements}</item>"))).Papers).Authors);

    [Theory]
    [InlineData("0.91")]
    [InlineData("2.0")]
    [InlineData("")]
    public async Task Feed_OfAnyVersion_IsRead(string version)
        => Assert.Equal("rss", (await ReadListing.FromAsync($"<rss version=\"{version}\"><channel/></rss>")).Format);

    private static string Feed(string items)
        => $"<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>J</title>{items}</channel></rss>";
}
