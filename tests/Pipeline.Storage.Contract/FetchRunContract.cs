using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Contract;

/// <summary>Runs: claimed once, worked on by one, over for good.</summary>
public abstract class FetchRunContract : StoreContract
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(10);

    private static FetchRun Full => SomeSource.Run(cause: RunCause.Schedule) with
    {
        Slot = Some.Time(-5),
        BackfillId = SomeSource.Id(99),
        From = SomeSource.Day(1),
        To = SomeSource.Day(2),
        State = RunState.Running,
        HeldUntil = Some.Time(5),
        Sequence = 7,
        Cursor = new string('c', FetchRun.MaxCursorLength - 1) + "ü",
        Pages = 3,
        Unchanged = 1,
        Failures = 2,
        Reason = "It waits for the host.",
    };

    [Fact]
    public async Task TryCreate_OfARunWithEveryValueSet_ReadsBackExactly()
    {
        Assert.True(await Runs.TryCreateAsync(Full, Token));

        Assert.Equal(Full, await Runs.FindAsync(Full.Id, Token));
        Assert.Null(await Runs.FindAsync(SomeSource.Id(2), Token));
    }

    [Fact]
    public async Task TryCreate_OfAKeyThatIsThere_WritesNothing()
    {
        await Runs.TryCreateAsync(Full, Token);

        Assert.False(await Runs.TryCreateAsync(SomeSource.Run(sourceId: "other"), Token));

        Assert.Equal(Full, await Runs.FindAsync(Full.Id, Token));
    }

    [Fact]
    public async Task TryCreate_OfOneSlotFromManyAtOnce_SucceedsOnce()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 24).Select(
            n => Task.Run(() => Runs.TryCreateAsync(SomeSource.Run(sourceId: $"replica-{n}"), Token), Token)));

        var winner = Assert.Single(Enumerable.Range(0, 24), n => created[n]);
        Assert.Equal($"replica-{winner}", (await Runs.FindAsync(SomeSource.Id(1), Token))!.SourceId);
    }

    [Fact]
    public async Task Update_WritesWhatChangesInARun_AndNotWhatItIsFor()
    {
        await Runs.TryCreateAsync(Full, Token);
        var changed = Full with
        {
            State = RunState.Waiting, DueAt = Some.Time(7), HeldUntil = Some.Time(8), Cursor = "next", Pages = 4, Unchanged = 2, Failures = 0, Reason = null,
        };

        Assert.True(await Runs.UpdateAsync(changed with { SourceId = "other", Cause = RunCause.Manual, Slot = null, From = null, CreatedAt = Some.Time(9) }, Token));

        Assert.Equal(changed with { Sequence = 8 }, await Runs.FindAsync(Full.Id, Token));
    }

    [Fact]
    public async Task Update_WithNothingToSayAnyMore_ClearsCursorReasonAndHold()
    {
        await Runs.TryCreateAsync(Full, Token);

        await Runs.UpdateAsync(Full with { Cursor = null, Reason = null, HeldUntil = null }, Token);

        Assert.Equal(Full with { Cursor = null, Reason = null, HeldUntil = null, Sequence = 8 }, await Runs.FindAsync(Full.Id, Token));
    }

    [Fact]
    public async Task Update_OverAStateThatHasMovedOn_WritesNothing()
    {
        await Runs.TryCreateAsync(Full, Token);
        Assert.True(await Runs.UpdateAsync(Full with { Pages = 4 }, Token));

        Assert.False(await Runs.UpdateAsync(Full with { Pages = 5 }, Token));

        Assert.Equal(Full with { Pages = 4, Sequence = 8 }, await Runs.FindAsync(Full.Id, Token));
    }

    [Fact]
    public async Task Update_FromManyAtOnce_SucceedsOnce()
    {
        await Runs.TryCreateAsync(SomeSource.Run(), Token);

        var taken = await Task.WhenAll(Enumerable.Range(1, 24).Select(
            pages => Task.Run(() => Runs.UpdateAsync(SomeSource.Run() with { Pages = pages }, Token), Token)));

        Assert.Single(taken, success => success);
    }

    [Fact]
    public async Task TakeDue_LeavesTheSequence_SoThatWhoeverHasTheRunInHandGoesOn()
    {
        await Runs.TryCreateAsync(SomeSource.Run(due: 0), Token);
        await TakeAsync(minutes: 1);

        Assert.True(await Runs.UpdateAsync(SomeSource.Run(due: 0) with { Pages = 1 }, Token));
    }

    [Theory]
    [InlineData(RunState.Done)]
    [InlineData(RunState.Failed)]
    public async Task Update_OfARunThatHasEnded_WritesNothing(RunState end)
    {
        await Runs.TryCreateAsync(SomeSource.Run(), Token);
        var ended = SomeSource.Run() with { State = end, EndedAt = Some.Time(3), Reason = "why" };
        Assert.True(await Runs.UpdateAsync(ended, Token));

        foreach (var state in Enum.GetValues<RunState>())
        {
            Assert.False(await Runs.UpdateAsync(SomeSource.Run() with { State = state, Pages = 9, Sequence = 1 }, Token));
        }

        Assert.Equal(ended with { Sequence = 1 }, await Runs.FindAsync(ended.Id, Token));
        Assert.Empty(await TakeAsync(minutes: 1000));
    }

    [Fact]
    public async Task Update_OfAnUnknownRun_CreatesNone()
    {
        Assert.False(await Runs.UpdateAsync(SomeSource.Run(), Token));

        Assert.Null(await Runs.FindAsync(SomeSource.Id(1), Token));
    }

    [Fact]
    public async Task TakeDue_WhenTheTimeHasCome_GivesTheRunWithItsNextDueTime_AndThenAfterTheDelayAgain()
    {
        await Runs.TryCreateAsync(SomeSource.Run(due: 5), Token);

        Assert.Empty(await Runs.TakeDueAsync(Some.Time(5).AddMilliseconds(-1), Delay, 10, Token));
        Assert.Equal([SomeSource.Run(due: 15)], await TakeAsync(minutes: 5));
        Assert.Equal(SomeSource.Run(due: 15), await Runs.FindAsync(SomeSource.Id(1), Token));
        Assert.Empty(await TakeAsync(minutes: 14));
        Assert.Single(await TakeAsync(minutes: 15));
    }

    [Fact]
    public async Task TakeDue_TakesWaitingAndRunningOnes_OldestDueFirst_UpToTheLimit()
    {
        await Runs.TryCreateAsync(SomeSource.Run(1, due: 3), Token);
        await Runs.TryCreateAsync(SomeSource.Run(2, due: 1) with { State = RunState.Running }, Token);
        await Runs.TryCreateAsync(SomeSource.Run(3, due: 2), Token);
        await Runs.TryCreateAsync(SomeSource.Run(4, due: 0) with { State = RunState.Done, EndedAt = Some.Time() }, Token);

        Assert.Equal([SomeSource.Id(2), SomeSource.Id(3)], (await TakeAsync(minutes: 4, limit: 2)).Select(run => run.Id));
        Assert.Equal([SomeSource.Id(1)], (await TakeAsync(minutes: 4, limit: 2)).Select(run => run.Id));
    }

    [Fact]
    public async Task TakeDue_FromManyAtOnce_GivesNoRunToTwo()
    {
        foreach (var number in Enumerable.Range(1, 30))
        {
            await Runs.TryCreateAsync(SomeSource.Run(number), Token);
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(TakeAllAsync, Token)));

        Assert.Equal(
            Enumerable.Range(1, 30).Select(SomeSource.Id).Order(),
            taken.SelectMany(runs => runs).Order());
    }

    [Fact]
    public async Task Update_ByAFetcherThatMovesTheDueTimeAhead_KeepsTheRunFromBeingTaken()
    {
        await Runs.TryCreateAsync(SomeSource.Run(due: 0), Token);
        await Runs.UpdateAsync(SomeSource.Run(due: 20) with { State = RunState.Running }, Token);

        Assert.Empty(await TakeAsync(minutes: 19));
        Assert.Single(await TakeAsync(minutes: 20));
    }

    [Fact]
    public async Task List_GivesRunsBySourceAndCause_LastCreatedFirst()
    {
        await Runs.TryCreateAsync(SomeSource.Run(1, "a", created: 1, cause: RunCause.Schedule), Token);
        await Runs.TryCreateAsync(SomeSource.Run(2, "a", created: 3, cause: RunCause.Manual), Token);
        await Runs.TryCreateAsync(SomeSource.Run(3, "b", created: 2, cause: RunCause.Schedule), Token);

        Assert.Equal([2, 3, 1], await ListAsync(null, null));
        Assert.Equal([2, 3], await ListAsync(null, null, limit: 2));
        Assert.Equal([2, 1], await ListAsync("a", null));
        Assert.Equal([3, 1], await ListAsync(null, RunCause.Schedule));
        Assert.Equal([1], await ListAsync("a", RunCause.Schedule));
        Assert.Empty(await ListAsync("c", null));
    }

    private Task<IReadOnlyList<FetchRun>> TakeAsync(int minutes, int limit = 10) => Runs.TakeDueAsync(Some.Time(minutes), Delay, limit, Token);

    private async Task<IReadOnlyList<Guid>> TakeAllAsync()
    {
        var ids = new List<Guid>();
        for (var asked = 0; asked < 10; asked++)
        {
            ids.AddRange((await TakeAsync(minutes: 1, limit: 7)).Select(run => run.Id));
        }

        return ids;
    }

    private async Task<IEnumerable<int>> ListAsync(string? sourceId, RunCause? cause, int limit = 10)
        => (await Runs.ListAsync(sourceId, cause, after: null, limit, Token)).Select(run => Enumerable.Range(1, 3).Single(n => SomeSource.Id(n) == run.Id));
}
