using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests;

/// <summary>Two stores over one file, as two processes have them: each with connections of its own.</summary>
public sealed class TwoProcessesTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prepare_FromManyAtOnceOverNothing_MakesOneStore()
    {
        var prepared = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _folder.PrepareAsync(), Token)));

        await prepared[0].GetRequiredService<IPaperStore>().UpsertAsync(Some.Observation(), Some.Papers(1), Token);
        Assert.NotNull(await prepared[5].GetRequiredService<IPaperStore>().FindAsync(Some.Paper(1).Id, Token));
    }

    [Fact]
    public async Task Upsert_OfTheSamePapersFromBothAtOnce_KeepsEachOnceWithBothSightings()
    {
        var (first, second) = await OpenTwoAsync();

        var a = Task.Run(() => InBatchesAsync(first, Some.Observation("a")), Token);
        var b = Task.Run(() => InBatchesAsync(second, Some.Observation("b", minutes: 1)), Token);
        await Task.WhenAll(a, b);

        Assert.Equal(60, (await first.SummariseAsync(null, Token)).Papers);
        Assert.Equal(60, (await second.SummariseAsync("a", Token)).Papers);
        Assert.Equal(60, (await first.SummariseAsync("b", Token)).Papers);
    }

    [Fact]
    public async Task Sections_OneStageInEach_CompleteEachPaperOnce()
    {
        var (first, second) = await OpenTwoAsync();
        var papers = await first.UpsertAsync(Some.Observation(), Some.Papers(60), Token);

        var claims = Task.Run(() => EachAsync(papers, p => first.SaveClaimsAsync([Some.Claims(p)], Token)), Token);
        var topics = Task.Run(() => EachAsync(papers, p => second.SaveTopicsAsync([Some.Topics(p)], Token)), Token);
        var outcomes = (await claims).Zip(await topics);

        Assert.All(outcomes, o => Assert.True(o.First.Completed is null ^ o.Second.Completed is null));
        Assert.Equal(0, await first.CountPendingAsync(null, Token));
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private async Task<(IPaperStore First, IPaperStore Second)> OpenTwoAsync() => (
        (await _folder.PrepareAsync()).GetRequiredService<IPaperStore>(),
        (await _folder.PrepareAsync()).GetRequiredService<IPaperStore>());

    private static async Task InBatchesAsync(IPaperStore store, Observation observation)
    {
        foreach (var batch in Some.Papers(60).Chunk(10))
        {
            await store.UpsertAsync(observation, batch, Token);
        }
    }

    private static async Task<IReadOnlyList<SectionOutcome>> EachAsync(
        IReadOnlyList<UpsertOutcome> papers, Func<UpsertOutcome, Task<IReadOnlyList<SectionOutcome>>> save)
    {
        var outcomes = new List<SectionOutcome>();
        foreach (var paper in papers)
        {
            outcomes.AddRange(await save(paper));
        }

        return outcomes;
    }
}
