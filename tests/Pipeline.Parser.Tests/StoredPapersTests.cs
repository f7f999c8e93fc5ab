using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Tests.Support;

namespace Pipeline.Parser.Tests;

public sealed class StoredPapersTests
{
    private readonly MergingPaperStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_InTheOrderOfTheFormerReading_AreNotLookedUpOneByOne()
    {
        await GivenAsync(1..1000);

        Assert.Equal(Ids(1..1000), await FindAsync(1..1000));

        Assert.Equal(0, _store.Finds);
    }

    [Fact]
    public async Task Papers_InAnyOtherOrder_AreFoundToo()
    {
        await GivenAsync(1..1000);

        Assert.Equal(Ids(1..1000).Reverse(), await FindAsync([.. Enumerable.Range(1, 1000).Reverse()]));
    }

    [Fact]
    public async Task Papers_BehindOneThatIsNew_AreStillReadAhead()
    {
        await GivenAsync(1..1000);

        Assert.Equal([.. Ids(1..10), null, .. Ids(11..1000)], await FindAsync([.. Range(1..10), 5000, .. Range(11..1000)]));

        Assert.Equal(1, _store.Finds);
    }

    [Fact]
    public async Task Papers_BehindManyThatAreNotListedAnyMore_AreReadAheadAgainSoon()
    {
        await GivenAsync(1..1000);

        Assert.Equal(Ids(500..1000), await FindAsync(500..1000));

        Assert.InRange(_store.Finds, 1, 499);
    }

    [Fact]
    public async Task Papers_OfNoFormerReading_AreNull_OrFoundWhereTheyAreKnownFromElsewhere()
    {
        await GivenAsync(1..10);
        await GivenAsync(11..20, "another");

        Assert.Equal([.. Ids(1..5), .. Ids(15..20), null, .. Ids(6..10)], await FindAsync([.. Range(1..5), .. Range(15..20), 99, .. Range(6..10)]));
    }

    [Fact]
    public async Task Paper_KnownByAnAlias_IsFound_UnlessItMerelySharesATitle()
    {
        await _store.UpsertAsync(Seen("listing"), [Paper(1) with { Aliases = ["arxiv:2409.90001", "title:same"] }], Token);

        var byAlias = new ParsedPaper { Id = "title:same", Aliases = ["title:same"], Title = "T", Abstract = "A" };
        var another = Paper(2) with { Aliases = ["arxiv:2409.90002", "title:same"] };

        Assert.Equal(["arxiv:2409.90001", null], await FindAsync([byAlias, another]));
    }

    private static Observation Seen(string listingId) => new(listingId, "inbox", SkippingTime.Noon);

    private static IEnumerable<int> Range(Range range) => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value + 1);

    private static IEnumerable<string?> Ids(Range range) => Range(range).Select(number => Paper(number).Id);

    private static ParsedPaper Paper(int number)
    {
        var id = $"arxiv:2409.{90000 + number}";
        return new() { Id = id, Aliases = [id], Title = Some.Title(number), Abstract = Some.Abstract, Rank = number };
    }

    private async Task GivenAsync(Range range, string listingId = "listing")
        => await _store.UpsertAsync(Seen(listingId), [.. Range(range).Select(Paper)], Token);

    private Task<List<string?>> FindAsync(Range range) => FindAsync([.. Range(range)]);

    private Task<List<string?>> FindAsync(IReadOnlyList<int> numbers) => FindAsync([.. numbers.Select(Paper)]);

    private async Task<List<string?>> FindAsync(IReadOnlyList<ParsedPaper> listed)
    {
        var listing = new Listing
        {
            Id = "listing", SourceId = "inbox", ContentHash = "", ContentLength = 0, Name = "listing", FetchedAt = SkippingTime.Noon,
        };
        await using var papers = new StoredPapers(_store, listing, Token);
        var found = new List<string?>();
        foreach (var paper in listed)
        {
            found.Add((await papers.FindAsync(paper))?.Id);
        }

        return found;
    }
}
