using System.Net;
using Pipeline.Parser.Parsing.HuggingFaceHtml;

namespace Pipeline.Parser.Tests.Parsing.HuggingFaceHtml;

public sealed class HuggingFaceHtmlFormatTests
{
    private const string Cards =
        """
        <article><h3 class="x"><a href="/papers/2409.90001" class="y"> Sorting
          Wet &amp; Dry</a></h3></article><h3><a href="/papers/2409.90002#community">Second</a></h3>
        <h3><a href="/papers/trending">Trending</a></h3><a href="/papers/2409.90003">No heading</a><h3><a href="/spaces/2409.90004">Space</a></h3>
        """;

    [Fact]
    public async Task Page_WithItsData_GivesThePapersOfTheDayItShows()
    {
        var listing = await ReadListing.FromAsync(Page($$$"""{"dateString":"2024-09-19","periodType":"day","dailyPapers":[{{{Some.Element(1)}}},{"paper":{}},{{{Some.Element(2)}}}]}""") + Cards);

        Assert.Equal("hf-html", listing.Format);
        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        Assert.Equal(Some.AbstractOf(1), listing.Papers[0].Abstract);
        Assert.All(listing.Papers, paper => Assert.Equal(new DateTimeOffset(2024, 9, 19, 0, 0, 0, TimeSpan.Zero), paper.ListedAt));
        Assert.Equal("card 2", Assert.Single(listing.Rejections).Where);
    }

    [Theory]
    [InlineData("2024-W38")]
    [InlineData("2024-09")]
    [InlineData("")]
    public async Task Page_OfALongerTime_GivesNoDay(string date)
        => Assert.Null((await ReadListing.FromAsync(Page($$"""{"dateString":"{{date}}","dailyPapers":[{{Some.Element()}}]}"""))).Papers.Single().ListedAt);

    [Fact]
    public async Task Page_WithoutItsData_GivesTheCardsWithoutAbstracts()
    {
        var listing = await ReadListing.FromAsync("<html><body>" + Cards);

        Assert.Equal("hf-html", listing.Format);
        Assert.Equal(["arxiv:2409.90001", "arxiv:2409.90002"], listing.Papers.Select(paper => paper.Id));
        Assert.Equal(["Sorting Wet & Dry", "Second"], listing.Titles);
        Assert.All(listing.Papers, paper => Assert.Empty(paper.Abstract));
    }

    [Fact]
    public async Task Page_WithMalformedData_SaysSoAndGivesTheCards()
    {
        var listing = await ReadListing.FromAsync(Page("{\"dailyPapers\":[") + Cards);

        Assert.Equal("the data of DailyPapers", Assert.Single(listing.Rejections).Where);
        Assert.Equal(2, listing.Papers.Count);
    }

    [Fact]
    public async Task Page_WithItsDayBehindThePapers_GivesThemTheDay()
    {
        var listing = await ReadListing.FromAsync(Page($$$"""{"dailyPapers":[{{{Some.Element(1)}}},{{{Some.Element(2)}}}],"dateString":"2024-09-19"}"""));

        Assert.Equal([Some.Title(1), Some.Title(2)], listing.Titles);
        Assert.All(listing.Papers, paper => Assert.Equal(new DateTimeOffset(2024, 9, 19, 0, 0, 0, TimeSpan.Zero), paper.ListedAt));
    }

    [Theory]
    [InlineData(HuggingFaceData.MostWaiting - 1, true)]
    [InlineData(HuggingFaceData.MostWaiting, false)]
    public async Task Page_WithManyPapersBeforeItsDay_LetsOnlySoManyWait(int papers, bool known)
    {
        var elements = string.Join(',', Enumerable.Range(1, papers).Select(number => Some.Element(number)));

        var listing = await ReadListing.FromAsync(Page($$"""{"dailyPapers":[{{elements}}],"dateString":"2024-09-19"}"""));

        Assert.Equal(papers, listing.Papers.Count);
        Assert.Equal(known, listing.Papers[0].ListedAt is not null);
    }

    [Fact]
    public async Task Page_ThatEndsInsideItsData_KeepsWhatWasComplete()
    {
        var page = Page($$"""{"dailyPapers":[{{Some.Element(1)}},{{Some.Element(2)}}]}""");

        var listing = await ReadListing.FromAsync(page[..page.LastIndexOf("Sort", StringComparison.OrdinalIgnoreCase)]);

        Assert.Equal([Some.Title(1)], listing.Titles);
        Assert.Equal("entry 2", listing.Broken?.Where);
    }

    [Fact]
    public async Task Page_WhoseTagIsWrittenOtherwise_IsReadAsWell()
    {
        var data = WebUtility.HtmlEncode($$"""{"dailyPapers":[{{Some.Element()}}]}""");

        Assert.Equal([Some.Title()], (await ReadListing.FromAsync($"<html><div data-props='{data}' data-target=DailyPapers></div>", "hf-html")).Titles);
    }

    [Fact]
    public async Task Page_OfOnePaper_GivesIt()
    {
        var page = $"<html><head><meta property=\"og:url\" content=\"https://huggingface.co/papers/2409.90001\"></head><div data-target=\"PaperContent\" data-props=\"{WebUtility.HtmlEncode(Some.Element())}\"></div>";

        Assert.Equal([Some.Title()], (await ReadListing.FromAsync(page)).Titles);
    }

    [Theory]
    [InlineData("<html><title>Just a moment...</title><body><a href=\"https://huggingface.co/papers\">x</a></body></html>")]
    [InlineData("<html><h3>News</h3><a href=\"https://example.org/papers/1\">x</a></html>")]
    public async Task Page_OfAnotherSite_IsRefused(string page) => Assert.Null((await ReadListing.FromAsync(page)).Format);

    private static string Page(string data)
        => $"<!doctype html><html><body><div class=\"SVELTE_HYDRATER contents\" data-target=\"DailyPapers\" data-props=\"{WebUtility.HtmlEncode(data)}\"></div>";
}
