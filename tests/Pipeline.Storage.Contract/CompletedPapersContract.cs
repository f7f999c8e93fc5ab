using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Which papers lack nothing, and since when.</summary>
public abstract class CompletedPapersContract : StoreContract
{
    [Fact]
    public async Task Since_StreamsCompletePapersOfThatTimeAndLater_TheEarliestFirst()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(5));
        Completion?[] completions =
        [
            await CompleteAsync(papers[0], minutes: 30),
            await CompleteAsync(papers[1], minutes: 10),
            await CompleteAsync(papers[2], minutes: 20),
            await CompleteAsync(papers[3], minutes: 40),
        ];
        await GivenOneAsync(Some.Paper(4, title: "Another title"), Some.Observation("later", minutes: 50));

        Assert.Equal(
            [new CompletedPaper(papers[2].PaperId, completions[2]!), new CompletedPaper(papers[0].PaperId, completions[0]!)],
            await SinceAsync(Some.Time(20)));
        Assert.Equal([papers[0].PaperId], (await SinceAsync(Some.Time(20).AddSeconds(1))).Select(paper => paper.PaperId));
        Assert.Equal(3, (await SinceAsync(DateTimeOffset.UnixEpoch)).Count);
    }

    [Fact]
    public async Task Since_OfAFreshStore_IsEmpty() => Assert.Empty(await SinceAsync(DateTimeOffset.UnixEpoch));

    private async Task<Completion?> CompleteAsync(UpsertOutcome paper, int minutes)
    {
        await SaveAsync(Some.Claims(paper, minutes: minutes));
        return (await SaveAsync(Some.Topics(paper, minutes: minutes))).Completed;
    }

    private async Task<List<CompletedPaper>> SinceAsync(DateTimeOffset since)
        => await Store.Port<ICompletedPapers>().SinceAsync(since, Token).ToListAsync(Token);
}
