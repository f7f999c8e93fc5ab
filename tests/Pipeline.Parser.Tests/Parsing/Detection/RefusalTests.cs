using System.Text;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Parsing.Detection;

namespace Pipeline.Parser.Tests.Parsing.Detection;

public sealed class RefusalTests
{
    public static TheoryData<string> Formats => [.. new ListingReader().Formats];

    [Theory]
    [InlineData("<html><head><title>Sign in · Papers</title></head><body>x</body></html>", "an HTML login page", "Sign in · Papers")]
    [InlineData("<form><html><input type=\"password\"></html>", "an HTML login page", null)]
    [InlineData("<!DOCTYPE html><title>Just a moment...</title><p>wait", "an HTML page that asks for a captcha", "Just a moment...")]
    [InlineData("<html><title>503 Service Unavailable</title></html>", "an HTML error page", "503 Service Unavailable")]
    [InlineData("<html><title>404</title></html>", "an HTML error page", "404")]
    [InlineData("<html><title>500papers</title></html>", "an HTML page, beginning", "500papers")]
    [InlineData("<html><title>Papers of the week</title></html>", "an HTML page, beginning", "Papers of the week")]
    [InlineData("<html><script>var x = 'no';</script><style>p{}</style><!-- > --><p>Words\n <b>seen</b>", "an HTML page", "Words seen")]
    [InlineData("Rate exceeded.", "an error message in plain text", "Rate exceeded.")]
    [InlineData("Resource not found.", "an error message in plain text", "Resource not found.")]
    [InlineData("{\"error\": \"Invalid date\"}", "a JSON answer that reports an error, \"Invalid date\"", null)]
    [InlineData("<?xml version=\"1.0\"?><nothing/>", "an XML document of another kind, <nothing>", null)]
    public async Task Refusal_SaysWhatItLooksLikeWithItsFirstWords(string content, string looksLike, string? words)
    {
        var refusal = (await ReadListing.FromAsync(content)).Refusal;

        Assert.Contains("this looks like " + looksLike, refusal, StringComparison.Ordinal);
        Assert.Contains(words is null ? looksLike : $"beginning with \"{words}\"", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task LoginPage_ReadAsAFormatThatSomebodyNamed_IsNoEmptyList(string format)
    {
        var listing = await ReadListing.FromAsync("<!DOCTYPE html><html><head><title>Log in</title></head><body>Please log in</body></html>", format: format);

        Assert.Empty(listing.Papers);
        Assert.NotNull(listing.Broken);
    }

    [Fact]
    public async Task EmptyDailyPapersPage_ReadAsThat_StaysAnEmptyList()
    {
        const string Page = """<html><div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[],&quot;dateString&quot;:&quot;2026-01-13&quot;}"></div></html>""";

        var listing = await ReadListing.FromAsync(Page, format: "hf-html");

        Assert.Empty(listing.Entries);
    }

    [Theory]
    [InlineData(79, "xxx\": ")]
    [InlineData(81, "xxx…\": ")]
    public async Task FirstWords_AreCutAtTheirLimit(int length, string end)
        => Assert.Contains($"beginning with \"{new string('x', Math.Min(length, FirstWords.MaxLength))[..^3]}{end}", (await ReadListing.FromAsync(new string('x', length))).Refusal, StringComparison.Ordinal);

    [Fact]
    public void FirstWords_ThatATerminalWouldObey_AreMadeHarmless()
        => Assert.Equal("a?[31mb ?c ?d", FirstWords.Of("a\u001b[31mb\r\n\t\u202Ec \uFFFDd\n"));

    [Fact]
    public void FirstWords_OfHalfACharacter_AreWellFormed()
    {
        var words = FirstWords.Of(new string('x', FirstWords.MaxLength - 1) + "🐈🐈")!;

        Assert.Equal(words, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words)));
    }

    [Fact]
    public async Task Refusal_OfACutGzipFile_SaysThatItIsCut()
    {
        var refusal = (await ReadListing.FromAsync(Packed.Gzip(string.Concat(Enumerable.Range(0, 999)))[..400])).Refusal;

        Assert.StartsWith("this looks like plain text", refusal, StringComparison.Ordinal);
        Assert.Contains("Besides, the gzip data are cut off", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_NamesEveryFormatThatWasTried()
    {
        var refusal = (await ReadListing.FromAsync("hello")).Refusal;

        Assert.All(new ListingReader().Formats, format => Assert.Contains(format, refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void Refusal_OfManyFormats_PutsEqualReasonsTogetherOnOneShortLine()
    {
        var tried = Enumerable.Range(1, 25).Select(n => ($"format-{n}", n % 2 == 0 ? "not JSON" : n % 3 == 0 ? "not\nXML" : new string('r', 500)));

        var refusal = Refusals.NoneFits(new ContentLook("x", "y."), tried);

        Assert.Contains("format-2, format-4, format-6", refusal, StringComparison.Ordinal);
        Assert.Contains("(not XML)", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
        Assert.InRange(refusal.Length, 0, 700);
    }
}
