using System.Globalization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>What is stored does not depend on the order of listings, nor on how their papers are cut into calls.</summary>
public abstract class OrderContract : StoreContract
{
    [Fact]
    public async Task Listings_InAnyOrderAndAnyChunks_GiveTheSamePapers()
    {
        string? expected = null;
        foreach (var (order, block) in Orders([.. Enumerable.Range(0, 4)]).Select((order, i) => (order, i)))
        {
            foreach (var listing in order)
            {
                foreach (var chunk in Listed(listing, block).Chunk((block % 3) + 1))
                {
                    await GivenAsync(Some.Observation($"l{listing}", minutes: listing % 3), chunk);
                }
            }

            var stored = await StoredAsync(block);
            expected ??= stored;
            Assert.Equal(expected, stored);

            await GivenAsync(Some.Observation($"l{order[0]}", minutes: order[0] % 3), Listed(order[0], block));
            Assert.Equal(expected, await StoredAsync(block));
        }

        Assert.Equal(24 * 3, (await Papers.SummariseAsync(null, Token)).Papers);
    }

    // Three papers a listing, under keys that only all listings together connect.
    private static ParsedPaper[] Listed(int listing, int block) => [.. Enumerable.Range(1, 3).Select(n => Some.Paper(
        n, title: $"Title {listing}", @abstract: listing == 1 ? "" : $"Text of {listing}.", rank: n) with
    {
        Id = Keys(n, block)[listing],
        Aliases = listing == 3 ? Keys(n, block)[..3] : [Keys(n, block)[listing]],
        Authors = listing == 2 ? [] : [$"Author {listing}"],
        Upvotes = listing * 10,
        Version = listing == 0 ? 2 : null,
        Authority = listing < 2 ? SourceAuthority.Record : SourceAuthority.Index,
        State = listing == 2 ? PaperState.Withdrawn : PaperState.Active,
    })];

    private static string[] Keys(int number, int block)
    {
        var tag = Tag(block);
        return [$"arxiv:{tag}.0000{number}", $"doi:10.1/{tag}.{number}", $"title:{tag}.{number}", $"arxiv:{tag}.0000{number}"];
    }

    private static string Tag(int block) => (7700 + block).ToString(CultureInfo.InvariantCulture);

    private async Task<string> StoredAsync(int block)
    {
        var papers = new List<EnrichedPaper>();
        for (var n = 1; n <= 3; n++)
        {
            papers.Add(await GetAsync(Keys(n, block)[2]) with { Sequence = 0, FirstListingId = "", ContentListingId = "", WithdrawnBy = null, Joins = [] });
        }

        return Canonical.Json(papers).Replace(Tag(block), "TAG", StringComparison.Ordinal);
    }

    private static IEnumerable<int[]> Orders(int[] items)
        => items.Length == 0 ? [[]] : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
