using System.Text;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Parsing;

public sealed class ListingReaderTests
{
    public static TheoryData<string, string> Readable => new()
    {
        { Some.Banner + "Sep 19\n\n" + Some.Cards(2), "text-capture" },
        { Some.Cards(2), "text-capture" },
        { Some.Cards(1), "text-capture" },
        { Some.Line(), "json-lines" },
        { "\n  \n" + Some.Line(), "json-lines" },
        { "{\"title\": oops}\n" + Some.Line(), "json-lines" },
        { "{\"title\":\"A title alone\"}", "json-lines" },
        { $"[{Some.Element()}]", "hf-json" },
        { $"\n [null, {Some.Element()}]", "hf-json" },
        { """[{"id":"2409.90001","title":"t","summary":"s"}]""", "hf-json" },
        { "[]", "hf-json" },
        { " [\n]\n", "hf-json" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Open_ContentOfAKnownForm_ChoosesItsFormat(string content, string format)
    {
        var listing = await ReadListing.FromAsync(content);

        Assert.Null(listing.Refusal);
        Assert.Equal(format, listing.Format);
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData(" \r\n\t ", "white space only")]
    [InlineData("%PDF-1.7\n%âãÏÓ\n", "a PDF document")]
    [InlineData("PK\u0003\u0004zipped", "a zip file")]
    [InlineData("SQLite format 3\0", "a SQLite database")]
    [InlineData("<!DOCTYPE html><html><body>Papers</body></html>", "an HTML page")]
    [InlineData("<!-- saved --><html></html>", "an HTML page")]
    [InlineData("{\"error\": \"Invalid date\"}", "a JSON answer that reports an error")]
    [InlineData("<?xml version=\"1.0\"?><papers/>", "an XML document of another kind, <papers>")]
    [InlineData("<article><journal/></article>", "one article in a publisher's own XML")]
    [InlineData("<doi_records/>", "Crossref's XML")]
    [InlineData("<OAI-PMH><ListSets/></OAI-PMH>", "an answer under OAI-PMH without papers")]
    [InlineData("{\n  \"title\": \"x\"\n}", "a JSON object")]
    [InlineData("[1, 2, 3]", "a JSON list")]
    [InlineData("[[]]", "a JSON list")]
    [InlineData("[{\"title\": \"x\"}]", "a JSON list")]
    [InlineData("[] []", "a JSON list")]
    [InlineData("@author wrote this", "BibTeX, or text that begins with @")]
    [InlineData("hello", "plain text that is no listing")]
    public async Task Open_ContentOfNoKnownForm_SaysWhatItLooksLikeAndWhatIsRead(string content, string looksLike)
    {
        var listing = await ReadListing.FromAsync(content);

        Assert.StartsWith("this looks like ", listing.Refusal, StringComparison.Ordinal);
        Assert.Contains(looksLike, listing.Refusal, StringComparison.Ordinal);
        Assert.All(new ListingReader().Formats, format => Assert.Contains(format, listing.Refusal, StringComparison.Ordinal));

        Assert.DoesNotContain("\n", listing.Refusal, StringComparison.Ordinal);
        Assert.Null(listing.Format);
        Assert.Empty(listing.Entries);
    }

    [Fact]
    public async Task Open_ContentOfNoKnownForm_SaysWhatWasTried()
        => Assert.Contains(
            "Tried: text-capture (0 titles with an abstract, 1 other texts, 0 page banners); hf-json (no JSON list",
            (await ReadListing.FromAsync("hello")).Refusal,
            StringComparison.Ordinal);

    public static TheoryData<byte[], string> Binary => new()
    {
        { [0x1F, 0x8B, 0x08, 0x00], "a gzip file" },
        { [0x89, 0x50, 0x4E, 0x47], "an image" },
        { [.. Encoding.UTF8.GetBytes(new string('a', 197)), 1, 2], "a binary file" },
        { [.. Encoding.UTF8.GetBytes(new string('a', 198)), 1, 2], "plain text" },
    };

    [Theory]
    [MemberData(nameof(Binary))]
    public async Task Open_BinaryContent_SaysWhatItLooksLike(byte[] content, string looksLike)
        => Assert.Contains(looksLike, (await ReadListing.FromAsync(content)).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("text-capture")]
    [InlineData("JSON-Lines")]
    public async Task Open_FormatNamed_IsReadAsThat(string format)
    {
        var listing = await ReadListing.FromAsync("hello", format);

        Assert.Equal(format.ToLowerInvariant(), listing.Format);
        Assert.Equal("line 1", Assert.Single(listing.Rejections).Where);
    }

    [Fact]
    public async Task Open_UnknownFormatNamed_SaysWhichThereAre()
        => Assert.Equal(
            $"there is no format \"papyrus\": name another, or none to have it detected. This version reads: {string.Join(", ", new ListingReader().Formats)}.",
            (await ReadListing.FromAsync(Some.Line(), "papyrus")).Refusal);

    [Fact]
    public async Task Open_PdfWithFormatNamed_IsStillRefused()
        => Assert.Contains("PDF", (await ReadListing.FromAsync("%PDF-1.4", "text-capture")).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Entries_OfAStreamThatCannotSeek_AreAllOfThem(int bytesAtATime)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 300).Select(Some.Line)));
        Assert.InRange(bytes.Length, ListingHead.MaxBytes + 1, int.MaxValue);

        var listing = await ReadListing.FromAsync(new DrippingStream(bytes, bytesAtATime));

        Assert.Equal(Enumerable.Range(1, 300).Select(Some.Title), listing.Titles);
    }

    [Theory]
    [InlineData("text-capture")]
    [InlineData("json-lines")]
    [InlineData("hf-json")]
    public async Task Entries_AfterAByteOrderMark_AreReadWithoutIt(string format)
    {
        var content = format switch { "json-lines" => Some.Line(), "hf-json" => $"[{Some.Element()}]", _ => Some.Cards(1) };

        var listing = await ReadListing.FromAsync('\uFEFF' + content);

        Assert.Equal(format, listing.Format);
        Assert.Equal([Some.Title()], listing.Titles);
    }

    [Fact]
    public async Task Entries_SamePaperTwice_ComesOnceAndRanksCountPapers()
    {
        var listing = await ReadListing.FromAsync(Some.Line(1) + "{}\n" + Some.Line(2) + Some.Line(1) + Some.Line(3));

        Assert.Equal([Some.Title(1), Some.Title(2), Some.Title(3)], listing.Titles);
        Assert.Equal([1, 2, 3], listing.Papers.Select(paper => paper.Rank));
    }

    [Fact]
    public async Task Open_StreamThatFails_Throws()
        => await Assert.ThrowsAsync<IOException>(() => ReadListing.FromAsync(new FailingStream()));

    private sealed class FailingStream : ForwardStream
    {
        protected override int Give(Span<byte> buffer) => throw new IOException("The cable is out.");
    }
}
