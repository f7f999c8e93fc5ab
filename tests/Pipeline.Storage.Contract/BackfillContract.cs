using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Contract;

/// <summary>Backfills: one a source and range, moved on by one writer at a time.</summary>
public abstract class BackfillContract : StoreContract
{
    [Fact]
    public async Task TryCreate_OfABackfillWithEveryValueSet_ReadsBackExactly()
    {
        var full = SomeSource.Backfill() with
        {
            Next = SomeSource.Day(7),
            RunId = SomeSource.Id(7),
            State = BackfillState.Cancelled,
            EndedAt = Some.Time(9),
            Failed = 2,
            Round = 3,
            Sequence = 4,
        };

        Assert.True(await Runs.TryCreateAsync(full, Token));

        Assert.Equal(full, await Runs.FindBackfillAsync(full.Id, Token));
        Assert.Null(await Runs.FindBackfillAsync(SomeSource.Id(2), Token));
    }

    [Fact]
    public async Task TryCreate_FromManyAtOnce_SucceedsOnce()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            n => Task.Run(() => Runs.TryCreateAsync(SomeSource.Backfill() with { Failed = n }, Token), Token)));

        var winner = Assert.Single(Enumerable.Range(0, 16), n => created[n]);
        Assert.Equal(winner, (await Runs.FindBackfillAsync(SomeSource.Id(1), Token))!.Failed);
    }

    [Fact]
    public async Task Update_OfTheSequenceThatStands_WritesEverything_AndCountsOn()
    {
        await Runs.TryCreateAsync(SomeSource.Backfill() with { RunId = SomeSource.Id(5), EndedAt = Some.Time(1) }, Token);
        var next = SomeSource.Backfill() with { Next = SomeSource.Day(8), Failed = 1, Round = 2, State = BackfillState.Done };

        Assert.True(await Runs.UpdateAsync(next, Token));

        Assert.Equal(next with { Sequence = 1 }, await Runs.FindBackfillAsync(next.Id, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Update_OfAnotherSequence_WritesNothing(int sequence)
    {
        await Runs.TryCreateAsync(SomeSource.Backfill() with { Sequence = 1 }, Token);

        Assert.False(await Runs.UpdateAsync(SomeSource.Backfill() with { Sequence = sequence, Failed = 9 }, Token));

        Assert.Equal(SomeSource.Backfill() with { Sequence = 1 }, await Runs.FindBackfillAsync(SomeSource.Id(1), Token));
    }

    [Fact]
    public async Task Update_OfAnUnknownBackfill_CreatesNone()
    {
        Assert.False(await Runs.UpdateAsync(SomeSource.Backfill(), Token));

        Assert.Null(await Runs.FindBackfillAsync(SomeSource.Id(1), Token));
    }

    [Fact]
    public async Task Update_FromManyAtOnce_SucceedsForOne()
    {
        await Runs.TryCreateAsync(SomeSource.Backfill(), Token);

        var updated = await Task.WhenAll(Enumerable.Range(1, 16).Select(
            n => Task.Run(() => Runs.UpdateAsync(SomeSource.Backfill() with { Failed = n }, Token), Token)));

        var winner = Assert.Single(Enumerable.Range(1, 16), n => updated[n - 1]);
        Assert.Equal(SomeSource.Backfill() with { Failed = winner, Sequence = 1 }, await Runs.FindBackfillAsync(SomeSource.Id(1), Token));
    }

    [Fact]
    public async Task ListRunning_GivesThoseThatGoOn_OldestFirst()
    {
        await Runs.TryCreateAsync(SomeSource.Backfill(1, created: 5), Token);
        await Runs.TryCreateAsync(SomeSource.Backfill(2, created: 3), Token);
        await Runs.TryCreateAsync(SomeSource.Backfill(3, created: 4) with { State = BackfillState.Done }, Token);
        await Runs.TryCreateAsync(SomeSource.Backfill(4, created: 1) with { State = BackfillState.Cancelled }, Token);

        Assert.Equal([SomeSource.Id(2), SomeSource.Id(1)], (await Runs.ListRunningBackfillsAsync(Token)).Select(b => b.Id));

        await Runs.UpdateAsync(SomeSource.Backfill(2, created: 3) with { State = BackfillState.Done }, Token);

        Assert.Equal([SomeSource.Id(1)], (await Runs.ListRunningBackfillsAsync(Token)).Select(b => b.Id));
    }
}
