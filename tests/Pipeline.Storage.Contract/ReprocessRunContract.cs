using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Storage.Contract;

/// <summary>Runs that do papers again: moved on by one writer at a time, in the hands of one worker at a time.</summary>
public abstract class ReprocessRunContract : StoreContract
{
    private static readonly Guid Me = SomeSource.Id(101);
    private static readonly Guid Other = SomeSource.Id(102);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task TryCreate_OfARunWithEveryValueSet_ReadsBackExactly()
    {
        var full = SomeReprocess.Full();

        Assert.True(await Reprocessing.TryCreateAsync(full, Token));

        Assert.Equal(Canonical.Json(full), Canonical.Json(await Reprocessing.FindAsync(full.Id, Token)));
        Assert.Null(await Reprocessing.FindAsync(SomeSource.Id(2), Token));
    }

    [Fact]
    public async Task TryCreate_OfAKeyThatIsThere_LeavesTheRunAsItIs()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);

        Assert.False(await Reprocessing.TryCreateAsync(SomeReprocess.Full(), Token));

        Assert.False((await GetRunAsync()).Shadow);
    }

    [Fact]
    public async Task Update_OfTheSequenceThatStands_WritesEverything_AndCountsOn()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);
        var next = SomeReprocess.Full() with { Selection = SomeReprocess.Run().Selection, Target = SomeReprocess.Run().Target, Shadow = false, Sequence = 0 };

        Assert.True(await Reprocessing.UpdateAsync(next, Token));

        Assert.Equal(Canonical.Json(next with { Sequence = 1 }), Canonical.Json(await GetRunAsync()));
    }

    [Fact]
    public async Task Update_WithoutTheValuesThatWereThere_TakesThemAway()
    {
        var run = SomeReprocess.Full() with { Sequence = 0 };
        await Reprocessing.TryCreateAsync(run, Token);
        var bare = run with { Reason = null, StartedAt = null, ProgressAt = null, EndedAt = null, Cursor = null, InFlight = [], State = ReprocessState.Running };

        Assert.True(await Reprocessing.UpdateAsync(bare, Token));

        Assert.Equal(Canonical.Json(bare with { Sequence = 1 }), Canonical.Json(await GetRunAsync()));
    }

    [Fact]
    public async Task Update_OfASequenceThatHasPassed_WritesNothing()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);
        await Reprocessing.UpdateAsync(SomeReprocess.Run() with { Cursor = "b" }, Token);

        Assert.False(await Reprocessing.UpdateAsync(SomeReprocess.Run() with { Cursor = "c" }, Token));
        Assert.False(await Reprocessing.UpdateAsync(SomeReprocess.Run(number: 2), Token));

        Assert.Equal(("b", 1), ((await GetRunAsync()).Cursor, (await GetRunAsync()).Sequence));
    }

    [Fact]
    public async Task Update_FromManyAtOnce_CountsEachStepOnce()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(StepOnceAsync, Token)));

        var run = await GetRunAsync();
        Assert.Equal((8L, 8), (run.Counts.Changed, run.Sequence));
    }

    [Fact]
    public async Task List_ReadsTheLastCreatedFirst_AndListRunning_TheOldestFirst()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(1, created: 1), Token);
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(2, created: 2, ReprocessState.Paused), Token);
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(3, created: 3), Token);

        Assert.Equal([SomeSource.Id(3), SomeSource.Id(2)], (await Reprocessing.ListAsync(after: null, 2, Token)).Select(run => run.Id));
        Assert.Equal([SomeSource.Id(1), SomeSource.Id(3)], (await Reprocessing.ListRunningAsync(Token)).Select(run => run.Id));
    }

    [Fact]
    public async Task Take_IsForOneHolderAtATime_UntilItIsGivenBack()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);

        Assert.Equal(SomeSource.Id(1), (await Reprocessing.TakeAsync(SomeSource.Id(1), Me, Long, Token))?.Id);
        Assert.Null(await Reprocessing.TakeAsync(SomeSource.Id(1), Other, Long, Token));
        Assert.NotNull(await Reprocessing.TakeAsync(SomeSource.Id(1), Me, Long, Token));

        await Reprocessing.ReleaseAsync(SomeSource.Id(1), Other, Token);
        Assert.Null(await Reprocessing.TakeAsync(SomeSource.Id(1), Other, Long, Token));

        await Reprocessing.ReleaseAsync(SomeSource.Id(1), Me, Token);
        Assert.NotNull(await Reprocessing.TakeAsync(SomeSource.Id(1), Other, Long, Token));
    }

    [Fact]
    public async Task Take_AfterAHolderThatDied_SucceedsWhenItsHoldHasPassed()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);
        await Reprocessing.TakeAsync(SomeSource.Id(1), Me, TimeSpan.FromMilliseconds(1), Token);

        // By the store's own clock, which no test can move: the hold is over at once.
        ReprocessRun? taken = null;
        for (var attempt = 0; taken is null && attempt < 1_000; attempt++)
        {
            taken = await Reprocessing.TakeAsync(SomeSource.Id(1), Other, Long, Token);
        }

        Assert.NotNull(taken);
        Assert.Null(await Reprocessing.TakeAsync(SomeSource.Id(1), Me, Long, Token));
    }

    [Fact]
    public async Task Take_FromManyAtOnce_SucceedsOnce()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            n => Task.Run(() => Reprocessing.TakeAsync(SomeSource.Id(1), SomeSource.Id(200 + n), Long, Token), Token)));

        Assert.Single(taken, run => run is not null);
    }

    [Theory]
    [InlineData(ReprocessState.Paused)]
    [InlineData(ReprocessState.Cancelled)]
    [InlineData(ReprocessState.Done)]
    [InlineData(ReprocessState.Failed)]
    public async Task Take_OfARunThatDoesNotRun_GivesNothing(ReprocessState state)
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);
        Assert.True(await Reprocessing.UpdateAsync(SomeReprocess.Run(state: state), Token));

        Assert.Null(await Reprocessing.TakeAsync(SomeSource.Id(1), Me, Long, Token));
        Assert.Null(await Reprocessing.TakeAsync(SomeSource.Id(2), Me, Long, Token));
    }

    [Fact]
    public async Task Update_OfARunInHand_LeavesItInHand()
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(), Token);
        var mine = (await Reprocessing.TakeAsync(SomeSource.Id(1), Me, Long, Token))!;

        Assert.True(await Reprocessing.UpdateAsync(mine with { Cursor = "a" }, Token));

        Assert.Null(await Reprocessing.TakeAsync(SomeSource.Id(1), Other, Long, Token));
        Assert.Equal("a", (await Reprocessing.TakeAsync(SomeSource.Id(1), Me, Long, Token))!.Cursor);
    }

    private async Task StepOnceAsync()
    {
        while (true)
        {
            var run = await GetRunAsync();
            if (await Reprocessing.UpdateAsync(run with { Counts = run.Counts with { Changed = run.Counts.Changed + 1 } }, Token))
            {
                return;
            }
        }
    }

    private async Task<ReprocessRun> GetRunAsync()
    {
        var run = await Reprocessing.FindAsync(SomeSource.Id(1), Token);
        Assert.NotNull(run);
        return run;
    }
}
