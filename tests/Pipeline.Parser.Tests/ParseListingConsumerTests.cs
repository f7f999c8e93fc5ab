using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests;

public sealed class ParseListingConsumerTests
{
    [Theory]
    [InlineData("1", new[] { 1, 1, 1, 1 })]
    [InlineData("3", new[] { 3, 1 })]
    [InlineData("4", new[] { 4 })]
    [InlineData("5", new[] { 4 })]
    public async Task Listing_IsStoredInChunksInItsOrder(string chunkSize, int[] chunks)
    {
        await using var parser = await ParserProcess.StartAsync(("Parser:ChunkSize", chunkSize));

        await parser.ParseAsync(await parser.FetchAsync(Lines(4)));

        Assert.Equal(chunks, parser.Papers.Chunks);
        Assert.Equal(Titles(1, 2, 3, 4), parser.Papers.Titles);
        Assert.Equal(Titles(1, 2, 3, 4), parser.Announced);
    }

    [Fact]
    public async Task Listing_ReadToItsEnd_IsParsedAndAnnounced()
    {
        await using var parser = await ParserProcess.StartAsync();
        var listing = await parser.FetchAsync(Some.Line(1) + "{\"title\":\"x\"}\n" + Some.Line(2));

        await parser.ParseAsync(listing);

        var stored = parser.Listings[listing.ListingId];
        Assert.Equal(ListingState.Parsed, stored.State);
        Assert.Equal("line 2", Assert.Single(stored.Result!.Rejections).Where);
        Assert.Equal(
            new()
            {
                ParsedAt = SkippingTime.Noon,
                ParserVersion = ListingReader.Version,
                Format = "json-lines",
                Papers = 2,
                New = 2,
                Rejected = 1,
                Rejections = stored.Result.Rejections,
            },
            stored.Result);
        Assert.Equal(
            new()
            {
                ListingId = listing.ListingId,
                SourceId = listing.SourceId,
                FetchedAt = listing.FetchedAt,
                Papers = 2,
                New = 2,
                Changed = 0,
                Rejected = 1,
            },
            Assert.Single(parser.Published.Of<ListingParsed>()));
    }

    [Fact]
    public async Task Listing_OfKnownPapers_CountsWhatIsNewAndChanged()
    {
        await using var parser = await ParserProcess.StartAsync();
        await parser.ParseAsync(await parser.FetchAsync(Lines(2)));

        var changed = Some.Line(2).Replace("variant 2", "variant two", StringComparison.Ordinal);
        var listing = await parser.FetchAsync(Some.Line(1) + changed + Some.Line(3), "listing-2");
        await parser.ParseAsync(listing);

        var result = parser.Listings[listing.ListingId].Result!;
        Assert.Equal((3, 1, 1, 1), (result.Papers, result.New, result.Changed, result.Unchanged));
    }

    [Fact]
    public async Task PaperParsed_SaysWhatTheStoreSays()
    {
        await using var parser = await ParserProcess.StartAsync();

        await parser.ParseAsync(await parser.FetchAsync($"[{Some.Element(1)}]"));

        Assert.Equal(
            new()
            {
                PaperId = "arxiv:2409.90001",
                Revision = PaperText.Revision(Some.Title(1), Some.AbstractOf(1)),
                Title = Some.Title(1),
                Abstract = Some.AbstractOf(1),
            },
            Assert.Single(parser.Published.Of<PaperParsed>()));
    }

    [Fact]
    public async Task PaperParsed_OfAPaperThatLacksNothing_IsNotPublishedAgain()
    {
        await using var parser = await ParserProcess.StartAsync(("Parser:AnnounceAgain", "true"));
        var listing = await parser.FetchAsync(Lines(3));
        await parser.ParseAsync(listing);

        parser.Papers.Enrich(Some.Title(2));
        await parser.ParseAsync(listing);

        Assert.Equal(Titles(1, 1, 2, 3, 3), parser.Announced);
    }

    [Fact]
    public async Task Listing_DeliveredTwice_WhereQueuesEndWithTheirProcess_GivesTheSameMessageIdsAndResult()
    {
        await using var parser = await ParserProcess.StartAsync(("Parser:AnnounceAgain", "true"));
        var listing = await parser.FetchAsync(Lines(2));
        await parser.ParseAsync(listing);
        var first = parser.Listings[listing.ListingId].Result!;

        await parser.ParseAsync(listing);

        var papers = parser.Published.IdsOf<PaperParsed>();
        Assert.Equal(4, papers.Count);
        Assert.Equal(papers.Take(2).Order(), papers.Skip(2).Order());
        Assert.Equal(2, papers.Distinct().Count());
        Assert.Equal(2, parser.Published.IdsOf<ListingParsed>().Count);
        Assert.Single(parser.Published.IdsOf<ListingParsed>().Distinct());
        Assert.Equivalent(first, parser.Listings[listing.ListingId].Result, strict: true);
        Assert.Equal(Titles(1, 2), parser.Papers.Titles);
    }

    [Fact]
    public async Task Listing_DeliveredAgainWhilePapersOfItWaitInTheQueues_IsNotReadAgainButAnnounced()
    {
        await using var parser = await ParserProcess.StartAsync();
        var listing = await parser.FetchAsync(Lines(2));
        await parser.ParseAsync(listing);

        await parser.ParseAsync(listing);

        Assert.Equal([2], parser.Papers.Chunks);
        Assert.Equal(Titles(1, 2), parser.Announced);
        Assert.Equal(2, parser.Published.Of<ListingParsed>().Count);
    }

    [Fact]
    public async Task Listing_DeliveredAgainWhenAllIsEnriched_IsNotReadAgainButAnnounced()
    {
        await using var parser = await ParserProcess.StartAsync(("Parser:AnnounceAgain", "true"));
        var listing = await parser.FetchAsync(Lines(2));
        await parser.ParseAsync(listing);
        parser.Papers.Enrich(Some.Title(1));
        parser.Papers.Enrich(Some.Title(2));

        await parser.ParseAsync(listing);

        Assert.Equal([2], parser.Papers.Chunks);
        Assert.Equal(Titles(1, 2), parser.Announced);
        Assert.Single(parser.Published.IdsOf<ListingParsed>().Distinct());
        var announced = parser.Published.Of<ListingParsed>();
        Assert.Equal(2, announced.Count);
        Assert.Equal(announced[0], announced[1]);
    }

    [Theory]
    [InlineData("%PDF-1.7\n")]
    [InlineData("")]
    [InlineData("[{\"paper\":{\"id\":\"2409.9")]
    public async Task Listing_OfWhichNothingCanBeRead_IsRejectedWithAReason(string content)
    {
        await using var parser = await ParserProcess.StartAsync();
        var listing = await parser.FetchAsync(content);

        await parser.ParseAsync(listing);

        var stored = parser.Listings[listing.ListingId];
        Assert.Equal(ListingState.Rejected, stored.State);
        Assert.False(string.IsNullOrWhiteSpace(stored.Result!.Reason));
        var announced = Assert.Single(parser.Published.Of<ListingParsed>());
        Assert.Equal((0, stored.Result.Reason), (announced.Papers, announced.Reason));
        Assert.Empty(parser.Announced);
        Assert.Empty(parser.Papers.Chunks);
    }

    [Fact]
    public async Task Listing_ThatBreaksOff_KeepsWhatWasReadAndSaysWhere()
    {
        await using var parser = await ParserProcess.StartAsync();
        var listing = await parser.FetchAsync($"[{Some.Element(1)},{{\"paper\":{{\"id\":\"2409.9");

        await parser.ParseAsync(listing);

        var stored = parser.Listings[listing.ListingId];
        Assert.Equal(ListingState.Parsed, stored.State);
        Assert.Equal("entry 2: the file ends in the middle of the list: fetch it again.", stored.Result!.Reason);
        Assert.Equal(stored.Result.Reason, Assert.Single(parser.Published.Of<ListingParsed>()).Reason);
        Assert.Equal(Titles(1), parser.Announced);
    }

    [Fact]
    public async Task Listing_WhoseBytesAreNotInTheArchive_FailsAndAnnouncesNothing()
    {
        await using var parser = await ParserProcess.StartAsync();
        var listing = await parser.FetchAsync(Lines(1));
        var lost = new string('0', 64);

        var failure = await Assert.ThrowsAsync<ArchivedContentNotFoundException>(
            () => parser.ParseAsync(listing with { ContentHash = lost }));

        Assert.Equal(lost, failure.ContentHash);
        Assert.Equal(ListingState.Fetched, parser.Listings[listing.ListingId].State);
        Assert.Empty(parser.Published.Of<ListingParsed>());
    }

    [Fact]
    public async Task Listing_WhileTooManyPapersWait_WaitsBeforeEachChunkAndKeepsTheSweepAway()
    {
        await using var parser = await ParserProcess.StartAsync(
            ("Parser:ChunkSize", "2"), ("Parser:MaxPending", "100"), ("Parser:MaxStall", "00:00:05"));
        parser.Papers.Waiting = () => 101;

        await parser.ParseAsync(await parser.FetchAsync(Lines(5)));

        Assert.Equal([2, 2, 1], parser.Papers.Chunks);
        Assert.Equal(new[] { 5, 10, 15 }.Select(seconds => SkippingTime.Noon.AddSeconds(seconds)), parser.Listings.Renewals);
    }

    private static string Lines(int count) => string.Concat(Enumerable.Range(1, count).Select(Some.Line));

    private static IEnumerable<string> Titles(params int[] numbers) => numbers.Select(Some.Title);
}
