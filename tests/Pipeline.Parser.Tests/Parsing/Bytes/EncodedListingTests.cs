using System.Text;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Tests.Parsing.Bytes;

public sealed class EncodedListingTests
{
    private const string Accented = "{\"title\":\"Schrödinger's 猫 🐈\",\"abstract\":\"Größe naïve\"}\n";

    public static TheoryData<string> Wide => ["utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Wide))]
    public async Task WideText_WithAMark_IsReadHoweverItArrives(string encoding)
    {
        var text = Encoding.GetEncoding(encoding);
        var lines = Accented + string.Concat(Enumerable.Range(1, 300).Select(Some.Line));

        var listing = await ReadListing.FromAsync(new DrippingStream([.. text.GetPreamble(), .. text.GetBytes(lines)], 777));

        Assert.Equal("json-lines", listing.Format);
        Assert.Equal("Schrödinger's 猫 🐈", listing.Papers[0].Title);
        Assert.Equal(301, listing.Papers.Count);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Utf16_WithoutAMark_IsReadWhereItIsClear(string encoding)
        => Assert.Equal([Some.Title()], (await ReadListing.FromAsync(Encoding.GetEncoding(encoding).GetBytes(Some.Line()))).Titles);

    [Theory]
    [InlineData("", false)]
    [InlineData("ab\0", false)]
    [InlineData("123\0", false)]
    [InlineData("a\0b\0", true)]
    [InlineData("\0a\0b", true)]
    [InlineData("\0\0\0\0", false)]
    [InlineData("a\0b\0c\0d\0e\0f\0g\0h\0i\0jx", true)]
    [InlineData("a\0b\0c\0d\0e\0f\0g\0h\0ixjx", false)]
    [InlineData("a\0b\0\0d", false)]
    public void WideEncoding_WithoutAMark_NeedsZerosAtEveryOtherPlace(string bytes, bool isWide)
        => Assert.Equal(isWide, WideEncoding.Of(Encoding.Latin1.GetBytes(bytes)) is not null);

    [Fact]
    public async Task WideText_WithBrokenCharacters_IsReadWithReplacements()
        => Assert.Equal(
            ["a\uFFFDb"],
            (await ReadListing.FromAsync([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"title\":\"a"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("b\",\"abstract\":\"x\"}")])).Titles);

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><a/>")]
    [InlineData("<?xml version='1.0' encoding = 'utf-16le' ?><a/>", "<?xml version='1.0' encoding = 'UTF-8'    ?><a/>")]
    [InlineData("<?xml version=\"1.0\"?><a encoding=\"UTF-16\"/>", "<?xml version=\"1.0\"?><a encoding=\"UTF-16\"/>")]
    [InlineData("<?xml encoding=\"UTF-16", "<?xml encoding=\"UTF-16")]
    [InlineData("<?xml encoding=\"u\"?>", "<?xml encoding=\"u\"?>")]
    [InlineData("<a/>", "<a/>")]
    public void XmlLabel_OfTranscodedXml_NamesUtf8AndMovesNothing(string written, string relabelled)
        => Assert.Equal(relabelled, Encoding.UTF8.GetString(XmlLabel.AsUtf8(new ListingHead("x", Encoding.UTF8.GetBytes(written), true)).Bytes.Span));

    public static TheoryData<byte[], string> Loose => new()
    {
        { [.. "caf"u8, 0xE9], "café" },
        { [.. "caf"u8, 0xE9, (byte)' ', 0x93, (byte)'x'], "café “x" },
        { "café"u8.ToArray(), "café" },
        { [.. "é caf"u8, 0xE9], "é caf\uFFFD" },
        { [.. "caf"u8, 0xE9, 0x81], "caf\uFFFD" },
        { [.. "caf"u8, 0xE9, 0x01], "caf\uFFFD\u0001" },
    };

    [Theory]
    [MemberData(nameof(Loose))]
    public void LooseText_OfInvalidUtf8_IsWindows1252WhereThatFits(byte[] bytes, string text) => Assert.Equal(text, LooseText.Decode(bytes));

    [Fact]
    public async Task TextFormat_InWindows1252_KeepsItsLetters()
        => Assert.Equal(
            ["Zur Größe"],
            (await ReadListing.FromAsync(Encoding.Latin1.GetBytes("TY  - JOUR\nTI  - Zur Größe\nER  - \n"))).Titles);
}
