using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests;

/// <summary>Papers that moved or were withdrawn are announced, and counted with the listing.</summary>
public sealed class OutcomePublishingTests
{
    private const string Former = "title:0123456789abcdef01234567";

    [Fact]
    public async Task PaperThatMoved_IsAnnouncedOncePerFormerKey_AgainWithTheSameIds()
    {
        await using var parser = await ParserProcess.StartAsync(("Parser:AnnounceAgain", "true"));
        parser.Papers.Joined = [Former, "doi:10.1000/x"];
        var listing = await parser.FetchAsync($"[{Some.Element(1)}]");

        await parser.ParseAsync(listing);
        await parser.ParseAsync(listing);

        var announced = parser.Published.Of<PaperJoined>();
        Assert.Equal(4, announced.Count);
        Assert.All(announced, joined => Assert.Equal("arxiv:2409.90001", joined.PaperId));
        Assert.Equal(["doi:10.1000/x", Former], announced.Select(joined => joined.FormerId).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, parser.Published.IdsOf<PaperJoined>().Distinct().Count());
        Assert.Equal(2, parser.Listings[listing.ListingId].Result!.Joined);
    }

    [Fact]
    public async Task CompletePaperThatMoved_IsAnnouncedAsEnrichedUnderItsNewKey()
    {
        await using var parser = await ParserProcess.StartAsync();
        parser.Papers.Joined = [Former];
        parser.Papers.Moved = new() { Revision = "r", ClaimsVersion = "cues/1", TopicsVersion = "terms/1", By = "topics", At = DateTimeOffset.UnixEpoch };

        await parser.ParseAsync(await parser.FetchAsync($"[{Some.Element(1)}]"));

        Assert.Equal(
            new() { PaperId = "arxiv:2409.90001", Revision = "r", ClaimsVersion = "cues/1", TopicsVersion = "terms/1" },
            Assert.Single(parser.Published.Of<PaperEnriched>()));
    }

    [Fact]
    public async Task PapersThatStayed_AreNotAnnouncedAsMovedOrWithdrawn()
    {
        await using var parser = await ParserProcess.StartAsync();
        var listing = await parser.FetchAsync(Some.Line(1) + Some.Line(2));

        await parser.ParseAsync(listing);

        Assert.Empty(parser.Published.Of<PaperJoined>());
        Assert.Empty(parser.Published.Of<PaperEnriched>());
        Assert.Empty(parser.Published.Of<PaperWithdrawn>());
        var result = parser.Listings[listing.ListingId].Result!;
        Assert.Equal((0, 0), (result.Withdrawn, result.Joined));
    }

    [Fact]
    public async Task PaperListedAsWithdrawn_IsAnnouncedAndStillEnriched()
    {
        await using var parser = await ParserProcess.StartAsync();
        var listing = await parser.FetchAsync(Some.Line(1) + """{"title":"DrySort 2","abstract":"Gone.","state":"withdrawn"}""");

        await parser.ParseAsync(listing);

        var announced = Assert.Single(parser.Published.Of<PaperWithdrawn>());
        Assert.Equal((listing.ListingId, listing.FetchedAt), (announced.ListingId, announced.ObservedAt));
        Assert.Equal(2, parser.Published.Of<PaperParsed>().Count);
        Assert.Equal(1, parser.Listings[listing.ListingId].Result!.Withdrawn);
    }

    [Theory]
    [InlineData("1", new[] { 1, 1, 1 })]
    [InlineData("2", new[] { 2, 1 })]
    [InlineData("3", new[] { 3 })]
    public async Task EntriesThatSayNoMoreThanGone_WithdrawKnownPapersInChunks_AndCountTheOthers(string chunkSize, int[] chunks)
    {
        var reader = new ListingReader([new GoneFormat()]);
        await using var parser = await ParserProcess.StartAsync(reader, ("Parser:ChunkSize", chunkSize));
        var listing = await parser.FetchAsync("arxiv:1\narxiv:2\narxiv:3\n");

        await parser.ParseAsync(listing);

        Assert.Equal(chunks, parser.Papers.Withdrawals.Select(withdrawal => withdrawal.Keys.Count));
        Assert.Equal(["arxiv:1", "arxiv:2", "arxiv:3"], parser.Papers.Withdrawals.SelectMany(withdrawal => withdrawal.Keys));
        Assert.All(parser.Papers.Withdrawals, withdrawal => Assert.Equal(SourceAuthority.Record, withdrawal.Authority));
        var announced = Assert.Single(parser.Published.Of<PaperWithdrawn>());
        Assert.Equal("arxiv:1", announced.PaperId);
        var result = parser.Listings[listing.ListingId].Result!;
        Assert.Equal((1, 3), (result.Papers, result.Withdrawn));
    }

    // Lists one paper, arxiv:1, then a key a line that is gone.
    private sealed class GoneFormat : IListingFormat
    {
        public string Name => "gone";

        public SourceAuthority Authority => SourceAuthority.Record;

        public FormatMatch Detect(ListingHead head) => new(1, "always");

        public async IAsyncEnumerable<ListingEntry> ReadAsync(Stream content, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new ListingEntry.Listed(new() { Id = "arxiv:1", Aliases = ["arxiv:1"], Title = "T", Abstract = "A" });
            using var lines = new StreamReader(content);
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                yield return new ListingEntry.Withdrawn(line);
            }
        }
    }
}
