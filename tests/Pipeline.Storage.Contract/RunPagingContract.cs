using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Contract;

/// <summary>Runs are read page by page: each once, and none left out, whatever comes meanwhile.</summary>
public abstract class RunPagingContract : StoreContract
{
    private const int Count = 7;

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(7, null)]
    [InlineData(1, "a")]
    [InlineData(2, "a")]
    public async Task Fetches_PageByPage_AreMetOnce_AlsoThoseOfOneTime(int limit, string? sourceId)
    {
        foreach (var number in Enumerable.Range(1, Count))
        {
            await Runs.TryCreateAsync(SomeSource.Run(number, number == 4 ? "b" : "a", created: CreatedOf(number)), Token);
        }

        var whole = Places(await Runs.ListAsync(sourceId, cause: null, after: null, 10, Token));
        var walked = await WalkAsync(async after =>
        {
            var page = await Runs.ListAsync(sourceId, RunCause.Manual, after, limit, Token);
            await Runs.TryCreateAsync(SomeSource.Run(Count + 1, "a", created: Count), Token);
            return Places(page);
        });

        Assert.Equal(sourceId is null ? Count : Count - 1, whole.Count);
        Assert.Equal(whole, walked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Reprocessing_PageByPage_IsMetOnce_AlsoThatOfOneTime(int limit)
    {
        foreach (var number in Enumerable.Range(1, Count))
        {
            await Reprocessing.TryCreateAsync(SomeReprocess.Run(number, created: CreatedOf(number)), Token);
        }

        var whole = await ReadAsync(null, 10);
        var walked = await WalkAsync(async after =>
        {
            var page = await ReadAsync(after, limit);
            await Reprocessing.TryCreateAsync(SomeReprocess.Run(Count + 1, created: Count), Token);
            return page;
        });

        Assert.Equal(Count, whole.Count);
        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task Runs_AfterAPlaceWhoseRunIsGone_GoOnFromThere()
    {
        await Runs.TryCreateAsync(SomeSource.Run(1, "a", created: 1), Token);
        await Runs.TryCreateAsync(SomeSource.Run(2, "a", created: 3), Token);

        Assert.Equal([SomeSource.Id(1)], (await Runs.ListAsync("a", null, new(Some.Time(2), Guid.Empty), 10, Token)).Select(run => run.Id));
        Assert.Equal([SomeSource.Id(1)], (await Runs.ListAsync("a", null, new(Some.Time(1), Guid.Empty), 10, Token)).Select(run => run.Id));
        Assert.Empty(await Runs.ListAsync("a", null, new(Some.Time(1), new("ffffffff-ffff-ffff-ffff-ffffffffffff")), 10, Token));
    }

    // Three at a time.
    private static int CreatedOf(int number) => number / 3;

    private static IReadOnlyList<RunPlace> Places(IEnumerable<FetchRun> runs) => [.. runs.Select(run => new RunPlace(run.CreatedAt, run.Id))];

    private async Task<IReadOnlyList<RunPlace>> ReadAsync(RunPlace? after, int limit)
        => [.. (await Reprocessing.ListAsync(after, limit, Token)).Select(run => new RunPlace(run.CreatedAt, run.Id))];

    private static async Task<IReadOnlyList<RunPlace>> WalkAsync(Func<RunPlace?, Task<IReadOnlyList<RunPlace>>> read)
    {
        var walked = new List<RunPlace>();
        while (await read(walked.LastOrDefault()) is { Count: > 0 } page && walked.Count <= Count)
        {
            walked.AddRange(page);
        }

        return walked;
    }
}
