using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Tests.Parsing.JsonLines;

public sealed class JsonLinesFormatTests
{
    private const string Format = "json-lines";

    private static readonly ParsedPaper Full = new()
    {
        Id = "arxiv:2409.90001",
        Aliases = ["arxiv:2409.90001", "doi:10.1000/x", PaperIdentity.FromTitle(Some.Title())!],
        Title = Some.Title(),
        Abstract = "  Kept as it stands:\n 3.67times, 25\\% and \u00e9\u0301 \ud83d\ude00.\\\\ ",
        AbstractSource = AbstractSource.AiSummary,
        Authors = ["Ada Wet", "Ben Dry"],
        PublishedAt = new DateTimeOffset(2024, 9, 16, 8, 12, 45, 123, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2024, 9, 17, 0, 0, 0, TimeSpan.Zero),
        ListedAt = new DateTimeOffset(2024, 9, 19, 0, 0, 0, TimeSpan.Zero),
        Categories = ["cs.DS", "cs.LG"],
        Urls = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["abs"] = "https://arxiv.org/abs/2409.90001", ["code"] = "https://example.org/c" },
        Upvotes = 12,
        Version = 3,
        State = PaperState.Withdrawn,
        Authority = SourceAuthority.Index,
    };

    [Fact]
    public async Task Line_OfOurOwnExport_ComesBackAsItWas()
    {
        var line = JsonSerializer.Serialize(Full, PaperJson.Options);

        var paper = (await ReadListing.FromAsync(line)).Papers.Single();

        Assert.Equal(line, JsonSerializer.Serialize(paper, PaperJson.Options));
    }

    [Fact]
    public async Task Line_OfOurOwnExportWithoutAbstract_ComesBackAsItWas()
    {
        var line = JsonSerializer.Serialize(Full with { Id = PaperIdentity.FromTitle(Some.Title())!, Aliases = [PaperIdentity.FromTitle(Some.Title())!], Urls = new Dictionary<string, string>(), Abstract = "" }, PaperJson.Options);

        var paper = (await ReadListing.FromAsync(line)).Papers.Single();

        Assert.Equal(line, JsonSerializer.Serialize(paper, PaperJson.Options));
    }

    [Theory]
    [InlineData("""{"title":"T 1","id":"2409.90001"}""", true)]
    [InlineData("""{"title":"T 1","abs":"https://arxiv.org/abs/2409.90001"}""", true)]
    [InlineData("""{"title":"T 1","DOI":"10.1000/x"}""", true)]
    [InlineData("""{"title":"T 1","abstract":""}""", true)]
    [InlineData("""{"title":"T 1","abstract":null}""", false)]
    [InlineData("""{"title":"T 1","id":"17","code":"https://arxiv.org/abs/2409.90001"}""", false)]
    public async Task Line_WithoutAbstract_IsAPaperWhenItHasAnIdOrSaysThatThereIsNone(string line, bool isPaper)
        => Assert.Equal(isPaper ? 1 : 0, (await ReadListing.FromAsync(line)).Papers.Count);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("0", null)]
    [InlineData("\"2\"", null)]
    public async Task Line_WithVersion_CarriesItWhenItIsANumberFromOne(string version, int? expected)
        => Assert.Equal(expected, (await ReadListing.FromAsync($$"""{"title":"T 1","abstract":"A","version":{{version}}}""")).Papers.Single().Version);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("\"v2\"", null)]
    [InlineData("null", null)]
    public async Task Version_BelowOneOrNoNumber_CountsAsNotGiven(string version, int? expected)
        => Assert.Equal(expected, (await ReadListing.FromAsync($$"""{"title":"T 1","abstract":"A","version":{{version}}}""")).Papers.Single().Version);

    [Theory]
    [InlineData("withdrawn", PaperState.Withdrawn)]
    [InlineData("active", PaperState.Active)]
    [InlineData("gone", PaperState.Active)]
    public async Task State_OtherThanWithdrawn_IsActive(string state, PaperState expected)
        => Assert.Equal(expected, (await ReadListing.FromAsync($$"""{"title":"T 1","abstract":"A","state":"{{state}}"}""")).Papers.Single().State);

    [Fact]
    public async Task Authority_OfALine_IsThatOfTheFormat_WhateverTheLineSays()
        => Assert.Equal(
            SourceAuthority.Index,
            (await ReadListing.FromAsync("""{"title":"T 1","abstract":"A","authority":"record"}""")).Papers.Single().Authority);

    [Theory]
    [InlineData("""{"title":"T 1","summary":"S"}""", "S")]
    [InlineData("""{"title":"T 1","abstract":"A","summary":"S"}""", "A")]
    [InlineData("""{"title":"T 1","abstract":" ","summary":"S"}""", "S")]
    [InlineData("""{"title":"T 1","abstract":null,"summary":"S"}""", "S")]
    [InlineData("""{"claims":[{"a":[1]}],"title":"T 1","abstract":"A","authors":7,"upvotes":"many","publishedAt":"yesterday"}""", "A")]
    public async Task Line_WithAbstractOrSummaryAndAnythingElse_IsAPaper(string line, string text)
        => Assert.Equal(text, (await ReadListing.FromAsync(line)).Papers.Single().Abstract);

    [Fact]
    public async Task Line_OfTheArxivMetadataFile_IsAPaperWithItsNames()
    {
        var paper = (await ReadListing.FromAsync(
            """{"id":"0704.0001","title":"Sorting\n  Paper","abstract":"  We sort.\n","authors":"A. Wet, B. Dry and C. Damp","categories":"hep-ph cs.DS","doi":"10.1103/X"}""")).Papers.Single();

        Assert.Equal(("arxiv:0704.0001", "Sorting Paper", "  We sort.\n"), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["A. Wet", "B. Dry", "C. Damp"], paper.Authors);
        Assert.Equal(["hep-ph", "cs.DS"], paper.Categories);
        Assert.Contains("doi:10.1103/x", paper.Aliases);
    }

    [Theory]
    [InlineData("{\"title\":\"x\"", "not valid JSON near byte 12, or nested deeper than 64 levels: correct or remove it.")]
    [InlineData("hello", "not valid JSON near byte 0, or nested deeper than 64 levels: correct or remove it.")]
    [InlineData("[1]", "not a JSON object: write one {\"title\", \"abstract\"} a line.")]
    [InlineData("{\"abstract\":\"a\"}", "no title: every paper needs one.")]
    [InlineData("{\"title\":\" \\n\",\"abstract\":\"a\"}", "no title: every paper needs one.")]
    [InlineData("{\"title\":[\"x\"],\"abstract\":\"a\"}", "no title: every paper needs one.")]
    [InlineData("{\"title\":\"x\"}", "no abstract: \"x\" has nothing to read claims from; add its abstract.")]
    [InlineData("{\"title\":\"x\",\"abstract\":\"\\u0000\"}", "no abstract: \"x\" has nothing to read claims from; add its abstract.")]
    [InlineData("{\"title\":\"???\",\"abstract\":\"a\"}", "the title \"???\" has no letter or digit, and there is no other id: give one.")]
    public async Task Line_ThatIsNoPaper_IsRejectedByItsNumberAndTheRestIsRead(string bad, string reason)
    {
        var listing = await ReadListing.FromAsync($"{Some.Line(1)}\n{bad}\n{Some.Line(2)}");

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        var rejection = Assert.Single(listing.Rejections);
        Assert.Equal(("line 3", reason), (rejection.Where, rejection.Reason));
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public async Task Title_AtItsLimit_IsKeptAndOverItRejected(int length, bool kept)
        => Assert.Equal(kept ? 1 : 0, (await ReadListing.FromAsync($$"""{"title":"{{new string('t', length)}}","abstract":"a"}""")).Papers.Count);

    [Theory]
    [InlineData(50_000, true)]
    [InlineData(50_001, false)]
    public async Task Abstract_AtItsLimit_IsKeptAndOverItRejected(int length, bool kept)
        => Assert.Equal(kept ? 1 : 0, (await ReadListing.FromAsync($$"""{"title":"t","abstract":"{{new string('a', length)}}"}""")).Papers.Count);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Line_AtEightMegabytes_IsReadAndOverItRejectedUnheld(int over, bool read)
    {
        const string start = """{"title":"T 1","abstract":"A","filler":" """;
        var filler = new string('x', (8 * 1024 * 1024) - start.Length - 2 + over);

        var listing = await ReadListing.FromAsync(Some.Line(1) + start + filler + "\"}\n" + Some.Line(2));

        Assert.Equal(read ? 3 : 2, listing.Papers.Count);
        Assert.Equal(read ? [] : ["line 2"], listing.Rejections.Select(rejection => rejection.Where));
    }

    [Theory]
    [InlineData("{\"title\":\"half", true)]
    [InlineData("{\"title\":\"whole\",\"abstract\":\"a\"", true)]
    [InlineData("{\"title\":\"whole\",\"authors\":[{}", true)]
    [InlineData("{", true)]
    [InlineData("{\"title\":wrong}", false)]
    [InlineData("half", false)]
    public async Task LastLine_WithoutItsEnd_BreaksOffOrIsRejected(string last, bool breaksOff)
    {
        var listing = await ReadListing.FromAsync(Some.Line() + last);

        Assert.Equal([Some.Title()], listing.Titles);
        Assert.Equal(breaksOff ? "line 2" : null, listing.Broken?.Where);
        Assert.Equal(breaksOff ? 0 : 1, listing.Rejections.Count);
    }

    [Theory]
    [InlineData("a\\ud800b", "a\ufffdb")]
    [InlineData("a\\udc00\\ud83d\\ude00", "a\ufffd\ud83d\ude00")]
    [InlineData("a\\u0000b", "ab")]
    [InlineData("a\\u0007\\tb", "a\u0007\tb")]
    public async Task Text_WithBadEscapes_IsMadeWellFormedAndOtherwiseKept(string escaped, string text)
        => Assert.Equal(text, (await ReadListing.FromAsync($$"""{"\ud800":1,"title":"t","abstract":"{{escaped}}"}""")).Papers.Single().Abstract);

    [Fact]
    public async Task Text_WithInvalidUtf8_ReadsAsReplacementCharacter()
    {
        byte[] line = [.. Encoding.UTF8.GetBytes("{\"title\":\"t\",\"abstract\":\"a"), 0xFF, .. Encoding.UTF8.GetBytes("b\"}\n")];

        Assert.Equal("a\ufffdb", (await ReadListing.FromAsync(line, Format)).Papers.Single().Abstract);
    }

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("http://example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/relative", false)]
    [InlineData("https://example.org/a b", false)]
    public async Task Address_OfAPaper_IsKeptOnlyWhenAPageMayLinkToIt(string address, bool kept)
    {
        var paper = (await ReadListing.FromAsync($$$"""{"title":"t","abstract":"a","urls":{"code":"{{{address}}}"}}""")).Papers.Single();

        Assert.Equal(kept ? [address] : [], paper.Urls.Values);
    }
}
