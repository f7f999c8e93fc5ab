using Pipeline.BuildingBlocks.Listings;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Reparsing;
using Pipeline.Parser.Tests.Support;

namespace Pipeline.Parser.Tests;

/// <summary>Reading the archive again.</summary>
public sealed class ListingReparseTests
{
    [Fact]
    public async Task Archive_ThatReadsAsBefore_ChangesNothing_AndNothingIsWritten()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1), ListingEntry.Reject("entry 2", "It has no title."), ReparseProcess.Paper(3)]);
        var (writes, results) = (parser.Papers.Writes, parser.Listings.Results);

        var listing = Assert.Single(await parser.RunAsync());

        Assert.Equal((ReparseEnd.Unchanged, 2, 1), (listing.End, listing.Result!.Papers, listing.Result.Rejected));
        Assert.Empty(listing.Papers);
        Assert.Equal((writes, results), (parser.Papers.Writes, parser.Listings.Results));
        Assert.Empty(parser.Announced);
    }

    [Fact]
    public async Task Listings_ComeInTheOrderInWhichTheyWereObtained_ThoseThatWereAskedFor()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("c", 2, [ReparseProcess.Paper(1)]);
        await parser.GivenAsync("a", 3, [ReparseProcess.Paper(2)]);
        await parser.GivenAsync("b", 1, [ReparseProcess.Paper(3)], source: "other");

        Assert.Equal(["b", "c", "a"], (await parser.RunAsync()).Select(listing => listing.Listing.Id));
        Assert.Equal(["c", "a"], (await parser.RunAsync(new() { SourceId = "inbox" })).Select(listing => listing.Listing.Id));
        Assert.Equal(["a"], (await parser.RunAsync(new() { From = SkippingTime.Noon.AddMinutes(3) })).Select(listing => listing.Listing.Id));
    }

    [Fact]
    public async Task Paper_ThatANewParserFinds_IsStoredAnnouncedAndReported_Once()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1), ListingEntry.Reject("entry 2", "It has no title.")]);
        parser.Format.Reads("a", ReparseProcess.Paper(1), ReparseProcess.Paper(2));

        var listing = Assert.Single(await parser.RunAsync());

        Assert.Equal((ReparseEnd.Changed, 1, 0, -1), (listing.End, listing.Counts.NowListed, listing.Counts.NoLongerListed, listing.Counts.Rejected));
        var paper = Assert.Single(listing.Papers);
        Assert.Equal(("arxiv:2409.90002", Some.Title(2), PaperDifference.NowListed), (paper.PaperId, paper.Title, paper.Difference));
        Assert.Equal("entry 2", Assert.Single(listing.NoLongerRejected).Where);
        Assert.Contains(Some.Title(2), parser.Announced);
        Assert.Equal((2, 0), (parser.Listings["a"].Result!.Papers, parser.Listings["a"].Result!.Rejected));

        Assert.Equal(ReparseEnd.Unchanged, Assert.Single(await parser.RunAsync()).End);
    }

    [Fact]
    public async Task Paper_ThatIsNoLongerRead_IsReportedOnce_AndStays()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1), ReparseProcess.Paper(2)]);
        parser.Format.Reads("a", ReparseProcess.Paper(1), ListingEntry.Reject("entry 2", "It is an advertisement."));

        var listing = Assert.Single(await parser.RunAsync());

        Assert.Equal((1, 1), (listing.Counts.NoLongerListed, listing.Counts.Rejected));
        Assert.Equal(("arxiv:2409.90002", PaperDifference.NoLongerListed), (listing.Papers[0].PaperId, listing.Papers[0].Difference));
        Assert.Equal("It is an advertisement.", Assert.Single(listing.NewlyRejected).Reason);
        Assert.Equal(Some.Title(2), parser.Papers["arxiv:2409.90002"].Title);

        Assert.Equal(ReparseEnd.Unchanged, Assert.Single(await parser.RunAsync()).End);
    }

    [Fact]
    public async Task Paper_WithOtherFields_IsStored_AndEachFieldIsShownBeforeAndAfter()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1)]);
        await parser.GivenAsync("b", 5, [ReparseProcess.Paper(2)]);
        parser.Papers.Tamper("arxiv:2409.90001", paper => paper with { Authors = [] });

        // As if only an earlier listing had spoken so far: what the later one says of title and abstract then counts.
        parser.Papers.Tamper("arxiv:2409.90002", paper => paper with { Title = "Tampered", ObservedAt = SkippingTime.Noon, Revision = "other" });

        var read = await parser.RunAsync();

        Assert.Equal([new("authors", null, "Ada Lovelace")], Assert.Single(read[0].Papers).Fields);
        Assert.Equal(new("title", "Tampered", Some.Title(2)), Assert.Single(read[1].Papers).Fields[0]);
        Assert.Equal(1, read[0].Counts.Fields["authors"]);
        Assert.Equal((0, 1), (read[1].Counts.NowListed, read[1].Counts.Changed));
        Assert.Equal(["Ada Lovelace"], parser.Papers["arxiv:2409.90001"].Authors);
        Assert.Equal(Some.Title(2), parser.Papers["arxiv:2409.90002"].Title);
        Assert.Contains(Some.Title(2), parser.Announced);
    }

    [Fact]
    public async Task Paper_ThatWasLost_ComesBack()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1), ReparseProcess.Paper(2)]);
        parser.Papers.Lose("arxiv:2409.90001");

        var listing = Assert.Single(await parser.RunAsync());

        Assert.Equal((1, 0, 0), (listing.Counts.NowListed, listing.Counts.NoLongerListed, listing.Counts.Changed));
        Assert.Equal(Some.Title(1), parser.Papers["arxiv:2409.90001"].Title);
    }

    [Fact]
    public async Task Run_ThatWasStoppedBetweenTwoListings_GoesOnWhenStartedAgain_AndChangesNothingTwice()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1)]);
        await parser.GivenAsync("b", 1, [ReparseProcess.Paper(2)]);
        parser.Format.Reads("a", ReparseProcess.Paper(1), ReparseProcess.Paper(3));
        parser.Format.Reads("b", ReparseProcess.Paper(2), ReparseProcess.Paper(4));

        Assert.Equal(ReparseEnd.Changed, (await parser.RunFirstAsync()).End);
        var writes = parser.Papers.Writes;

        Assert.Equal([ReparseEnd.Unchanged, ReparseEnd.Changed], (await parser.RunAsync()).Select(listing => listing.End));
        Assert.Equal(writes + 1, parser.Papers.Writes);
    }

    [Fact]
    public async Task Preview_SaysTheSame_AndWritesNothing()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1)]);
        parser.Listings.Tamper("a", result => result with { ParserVersion = "listings/0" });
        parser.Format.Reads("a", ReparseProcess.Paper(2));
        var (writes, results) = (parser.Papers.Writes, parser.Listings.Results);

        var preview = Assert.Single(await parser.PreviewAsync());

        Assert.Equal((writes, results), (parser.Papers.Writes, parser.Listings.Results));
        Assert.Empty(parser.Announced);
        var run = Assert.Single(await parser.RunAsync());
        Assert.Equal(run.Papers.Select(paper => (paper.PaperId, paper.Difference)), preview.Papers.Select(paper => (paper.PaperId, paper.Difference)));
        Assert.Equal((1, 1, ReparseEnd.Changed), (preview.Counts.NowListed, preview.Counts.NoLongerListed, preview.End));
    }

    [Fact]
    public async Task Listing_OfAnEarlierParser_ThatReadsAsBefore_IsUnchanged_AndGetsTheCurrentVersion()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1)]);
        parser.Listings.Tamper("a", result => result with { ParserVersion = "listings/0" });

        Assert.Equal(ReparseEnd.Unchanged, Assert.Single(await parser.RunAsync()).End);

        Assert.Equal((ListingReader.Version, 1, 1), (parser.Listings["a"].Result!.ParserVersion, parser.Listings["a"].Result!.Papers, parser.Listings["a"].Result!.New));
        Assert.Equal(ListingState.Parsed, parser.Listings["a"].State);
    }

    [Theory]
    [InlineData("format")]
    [InlineData("reason")]
    public async Task Listing_ReadInAnotherWay_IsChanged_ThoughItsPapersAreTheSame(string what)
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1)]);
        parser.Listings.Tamper("a", result => what == "format" ? result with { Format = "old" } : result with { Reason = "It broke off." });

        var listing = Assert.Single(await parser.RunAsync());

        Assert.Equal((ReparseEnd.Changed, "scripted", null), (listing.End, listing.Result!.Format, listing.Result.Reason));
        Assert.Equal(("scripted", null), (parser.Listings["a"].Result!.Format, parser.Listings["a"].Result!.Reason));
        Assert.Empty(listing.Papers);
    }

    [Fact]
    public async Task Listing_ThatIsRefusedNow_IsRejected_AndItsPapersStay()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1)]);
        parser.Format.Reads("a", new ListingEntry.Broken("It is a login page.", "line 1"));

        var listing = Assert.Single(await parser.RunAsync());

        Assert.Equal(("line 1: It is a login page.", 1), (listing.Result!.Reason, listing.Counts.NoLongerListed));
        Assert.Equal(ListingState.Rejected, parser.Listings["a"].State);
        Assert.Equal(Some.Title(1), parser.Papers["arxiv:2409.90001"].Title);
    }

    [Fact]
    public async Task Listing_WhoseBytesAreGone_FailsByName_AndTheOthersAreRead()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1)]);
        await parser.GivenAsync("b", 1, [ReparseProcess.Paper(2)]);
        parser.Archive.Lose(parser.Listings["a"].ContentHash);

        var read = await parser.RunAsync();

        Assert.Equal([ReparseEnd.Failed, ReparseEnd.Unchanged], read.Select(listing => listing.End));
        Assert.Contains(parser.Listings["a"].ContentHash, read[0].Failure, StringComparison.Ordinal);
        Assert.Equal(1, parser.Listings["a"].Result!.Papers);
    }

    [Fact]
    public async Task Listing_ThatWaitsForItsFirstReading_IsLeftToIt()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, [ReparseProcess.Paper(1)], waits: true);

        Assert.Equal(ReparseEnd.Waiting, Assert.Single(await parser.RunAsync()).End);

        Assert.Equal(ListingState.Fetched, parser.Listings["a"].State);
        Assert.Equal(0, parser.Papers.Writes);
    }

    [Fact]
    public async Task Papers_BeyondTheLimit_AreCounted()
    {
        await using var parser = await ReparseProcess.StartAsync();
        await parser.GivenAsync("a", 0, []);
        parser.Format.Reads("a", [.. Enumerable.Range(1, ReparsedListing.MaxPapers + 1).Select(number => ReparseProcess.Paper(number))]);

        var listing = Assert.Single(await parser.PreviewAsync());

        Assert.Equal((ReparsedListing.MaxPapers, ReparsedListing.MaxPapers + 1), (listing.Papers.Count, listing.Counts.NowListed));
    }
}
