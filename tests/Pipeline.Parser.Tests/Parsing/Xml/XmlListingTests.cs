using System.Text;

namespace Pipeline.Parser.Tests.Parsing.Xml;

public sealed class XmlListingTests
{
    private const string NotWellFormed = "not well-formed XML in line 1 of the entry: fetch it again or correct it.";

    [Theory]
    [InlineData("a &nbsp;b &eacute; &Tau;", "a \u00A0b é Τ")]
    [InlineData("AT&T & R&D; &unknown;", "AT&T & R&D; &unknown;")]
    [InlineData("&amp;lt; &#60;5", "< <5")]
    [InlineData("don&#146;t &#X41;&#65;", "don’t AA")]
    [InlineData("a&#0;b&#xD800;c&#11;d", "ab\uFFFDc d")]
    [InlineData("a\u0001b\fc\uFFFFd", "ab cd")]
    [InlineData("a < b and ]]> c", "a < b and ]]> c")]
    [InlineData("<![CDATA[x & y \u0002<5]]>", "x & y <5")]
    [InlineData("a<!-- no --><?no no?>b", "ab")]
    public async Task Text_WithWhatXmlForbids_IsRepaired(string xml, string title)
        => Assert.Equal(title, Assert.Single((await ReadListing.FromAsync(Feed(Item(xml)))).Titles));

    [Fact]
    public async Task Attribute_WithABareAmpersand_IsRepaired()
        => Assert.Equal("https://example.org/?a=1&b=2", Assert.Single((await ReadListing.FromAsync(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>T1</title><link href='https://example.org/?a=1&b=2'/></entry></feed>")).Papers).Urls["page"]);

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"bomb\"><!ENTITY b \"&a;&a;\"> ]>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\" [<!ENTITY a SYSTEM \"file:///etc/passwd\"> <!-- ]> ' -->]>")]
    public async Task DocumentType_IsNeverProcessed(string documentType)
        => Assert.Equal(["T &a; &b;"], (await ReadListing.FromAsync(documentType + Feed(Item("T &a; &b;")))).Titles);

    [Theory]
    [InlineData("<item><title>Bad</wrong></item>", NotWellFormed)]
    [InlineData("<item><title>Bad <br> tag</title></item>", NotWellFormed)]
    [InlineData("<item><title a=b>Bad</title></item>", NotWellFormed)]
    [InlineData("<item><title <b>Bad</title></item>", NotWellFormed)]
    [InlineData("<item><title>Bad</title>", "it has no end, another entry begins inside it: fetch it again or correct it.")]
    public async Task Entry_ThatIsIllFormed_IsNamedByItsPlaceAndTheRestIsRead(string bad, string reason)
    {
        var listing = await ReadListing.FromAsync(Feed(Item("T1") + bad + Item("T2")));

        Assert.Equal(["T1", "T2"], listing.Titles);
        var rejection = Assert.Single(listing.Rejections);
        Assert.Equal(("entry 2", reason), (rejection.Where, rejection.Reason));
        Assert.Null(listing.Broken);
    }

    [Theory]
    [InlineData("<item><title>Cu", "the file ends in the middle of this entry: fetch it again.", "entry 2")]
    [InlineData("<item><title><![CDATA[Cu", "the file ends in the middle of this entry: fetch it again.", "entry 2")]
    [InlineData("<item", "the file ends before </rss>: fetch it again.", "the end")]
    [InlineData("", "the file ends before </rss>: fetch it again.", "the end")]
    public async Task Document_ThatEndsEarly_KeepsWhatWasComplete(string tail, string reason, string where)
    {
        var listing = await ReadListing.FromAsync("<rss><channel>" + Item("T1") + tail);

        Assert.Equal(["T1"], listing.Titles);
        Assert.Equal(new(reason, where), listing.Broken);
        Assert.Same(listing.Broken, listing.Entries[^1]);
    }

    [Fact]
    public async Task Text_ReadByName_BreaksOffAtOnce()
        => Assert.Equal(new("no XML element: check what the file holds.", "the beginning"), (await ReadListing.FromAsync("hello", "rss")).Broken);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Entry_AtEightMegabytes_IsReadAndOverItSkipped(int over, bool read)
    {
        const string start = "<item><title>T2</title><x>";
        var entry = start + new string('x', (8 * 1024 * 1024) - start.Length - "</x></item>".Length + over) + "</x></item>";

        var listing = await ReadListing.FromAsync(Feed(Item("T1") + entry + Item("T3")));

        Assert.Equal(read ? ["T1", "T2", "T3"] : ["T1", "T3"], listing.Titles);
        Assert.Equal(read ? [] : ["longer than 8 MB, which no paper is: remove it."], listing.Rejections.Select(rejection => rejection.Reason));
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task Entry_NestedTooDeep_IsRejected(int levels, bool read)
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", levels - 1)) + string.Concat(Enumerable.Repeat("</a>", levels - 1));

        var listing = await ReadListing.FromAsync(Feed($"<item><title>T1</title>{deep}</item>" + Item("T2")));

        Assert.Equal(read ? ["T1", "T2"] : ["T2"], listing.Titles);
    }

    [Theory]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("utf-16", "utf-8")]
    [InlineData("IBM037", "utf-8")]
    [InlineData("no-such-thing", "utf-8")]
    [InlineData("utf-8", "windows-1252")]
    public async Task Encoding_IsTheDeclaredOneWhereThatCanBeTrue(string declared, string real)
    {
        var title = real == "windows-1251" ? "Сортировка" : "Größe";
        var encoding = real == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(real)!;

        var listing = await ReadListing.FromAsync(encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?>" + Feed(Item(title))));

        Assert.Equal([title], listing.Titles);
    }

    [Fact]
    public async Task Prefix_NeverDeclared_IsUnderstood()
        => Assert.Equal("Module", Assert.Single((await ReadListing.FromAsync("<rss><channel><item><dc:title>Module</dc:title><odd:x odd:y='1'/></item></channel></rss>")).Titles));

    [Theory]
    [InlineData("xmlns:xml='urn:x'")]
    [InlineData("xmlns:xmlns='urn:x'")]
    [InlineData("xmlns:a='http://www.w3.org/2000/xmlns/'")]
    [InlineData("xmlns='http://www.w3.org/XML/1998/namespace'")]
    [InlineData("xmlns:a=''")]
    [InlineData("xmlns:='urn:x'")]
    [InlineData("xml:space='x' xmlns:x:y='z'")]
    [InlineData("a='1' a='2'")]
    [InlineData(":a='1'")]
    [InlineData("xmlns='' xmlns:b='urn:b' b:c='1' d:c='2'")]
    public async Task Entry_WithOddAttributes_IsReadOrRejectedAlone(string attributes)
    {
        var listing = await ReadListing.FromAsync(Feed($"<item {attributes}><title {attributes}>T1</title></item>" + Item("T2")));

        Assert.Equal("T2", listing.Titles.Last());
        Assert.Equal(2, listing.Papers.Count + listing.Rejections.Count);
    }

    [Theory]
    [InlineData("<rss xmlns:xml='urn:x' xmlns:='y' xmlns='z' xmlns:xmlns='w' xmlns>")]
    [InlineData("<rss a=\"b\"c='d'e>")]
    public async Task Root_WithOddAttributes_IsPassed(string root)
        => Assert.Equal(["T1"], (await ReadListing.FromAsync($"{root}<channel><item><xml:title>X</xml:title><title>T1</title></item></channel></rss>")).Titles);

    [Fact]
    public async Task Documents_OneBehindTheOther_AreAllRead()
        => Assert.Equal(["T1", "T2"], (await ReadListing.FromAsync(Feed(Item("T1")) + "\n<?xml version=\"1.0\"?>\n" + Feed(Item("T2")))).Titles);

    private static string Item(string title) => $"<item><title>{title}</title></item>";

    // Long enough that a control character does not make it a binary file.
    private static string Feed(string items)
        => $"<rss version=\"2.0\"><channel><title>J</title><description>{Some.Abstract}</description>{items}</channel></rss>";
}
