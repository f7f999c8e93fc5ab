using System.Text;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests;

public sealed class ListingIntakeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeArchive _archive = new();
    private readonly FakeListingStore _listings;
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly ListingIntake _intake;

    public ListingIntakeTests()
    {
        _listings = new(_archive);
        _intake = new(_archive, _listings, _time);
    }

    [Fact]
    public async Task TakeIn_ArchivesTheBytesAndRecordsTheListing()
    {
        _time.Advance(TimeSpan.FromTicks(7));

        var outcome = await TakeInAsync("abc", format: "atom");

        Assert.False(outcome.Unchanged);
        Assert.Equal(
            new()
            {
                Id = outcome.Listing.Id,
                SourceId = "page",
                ContentHash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                ContentLength = 3,
                Name = "page.xml",
                Format = "atom",
                FetchedAt = Noon,
                State = ListingState.Fetched,
            },
            Assert.Single(_listings.All));
        Assert.True(_archive.Holds(outcome.Listing.ContentHash));
    }

    [Fact]
    public async Task TakeIn_WhenTheArchiveFails_RecordsNothing()
    {
        _archive.Full = true;

        await Assert.ThrowsAsync<IOException>(() => TakeInAsync("abc"));

        Assert.Empty(_listings.All);
    }

    [Fact]
    public async Task TakeIn_TheSameBytesAfterTheyWereParsed_IsUnchanged()
    {
        var first = await TakeInAsync("A");
        await EndAsync(first, ListingState.Parsed);

        var second = await TakeInAsync("A");

        Assert.True(second.Unchanged);
        Assert.Equal(first.Listing.FetchedAt, Assert.Single(_listings.All).FetchedAt);
    }

    [Theory]
    [InlineData(ListingState.Fetched)]
    [InlineData(ListingState.Rejected)]
    public async Task TakeIn_TheSameBytesWhichWereNotParsed_IsNews(ListingState state)
    {
        var first = await TakeInAsync("A");
        if (state != ListingState.Fetched)
        {
            await EndAsync(first, state);
        }

        var second = await TakeInAsync("A");

        Assert.False(second.Unchanged);
        Assert.Equal(first.Listing.Id, second.Listing.Id);
        Assert.Equal(ListingState.Fetched, Assert.Single(_listings.All).State);
    }

    [Fact]
    public async Task TakeIn_TheSameBytesInAnotherFormat_IsNews()
    {
        await EndAsync(await TakeInAsync("A"), ListingState.Parsed);

        Assert.False((await TakeInAsync("A", format: "atom")).Unchanged);
    }

    [Fact]
    public async Task TakeIn_TheSameBytesFromAnotherSource_IsNews()
    {
        var first = await TakeInAsync("A");
        await EndAsync(first, ListingState.Parsed);

        var second = await TakeInAsync("A", source: "other");

        Assert.False(second.Unchanged);
        Assert.NotEqual(first.Listing.Id, second.Listing.Id);
    }

    [Fact]
    public async Task TakeIn_APageThatGoesBackToAnEarlierText_IsNews()
    {
        var first = await TakeInAsync("A");
        await EndAsync(first, ListingState.Parsed);
        await EndAsync(await TakeInAsync("B"), ListingState.Parsed);

        var third = await TakeInAsync("A");

        Assert.False(third.Unchanged);
        Assert.Equal(first.Listing.Id, third.Listing.Id);
        Assert.True(third.Listing.FetchedAt > first.Listing.FetchedAt);
    }

    [Fact]
    public async Task ToMessage_SaysWhatTheListingSays()
    {
        var outcome = await TakeInAsync("abc", format: "atom");

        var listing = outcome.Listing;
        Assert.Equal(
            new()
            {
                ListingId = listing.Id,
                SourceId = listing.SourceId,
                ContentHash = listing.ContentHash,
                Name = listing.Name,
                FetchedAt = listing.FetchedAt,
                Format = "atom",
            },
            outcome.ToMessage());
    }

    private async Task<IntakeOutcome> TakeInAsync(string content, string source = "page", string? format = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var outcome = await _intake.TakeInAsync(stream, source, "page.xml", format, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(1));
        return outcome;
    }

    private Task EndAsync(IntakeOutcome outcome, ListingState state)
        => _listings.SaveResultAsync(
            outcome.Listing.Id,
            outcome.Listing.FetchedAt,
            state,
            new() { ParsedAt = _time.GetUtcNow(), ParserVersion = "parser/1" },
            TestContext.Current.CancellationToken);
}
