using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Storage.Contract;

/// <summary>Messages that failed: kept whole, changed by one writer at a time, handed out once each.</summary>
public abstract class FailureContract : StoreContract
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task TryCreate_OfAMessageWithEveryValueSet_ReadsBackExactly()
    {
        Assert.True(await Failures.TryCreateAsync(SomeFailure.Full(), Token));

        Assert.Equal(Canonical.Json(SomeFailure.Full()), Canonical.Json(await GetFailureAsync()));
        Assert.Null(await Failures.FindAsync(SomeSource.Id(2), Token));
    }

    [Fact]
    public async Task TryCreate_OfAKeyThatIsThere_LeavesTheEntryAsItIs()
    {
        await Failures.TryCreateAsync(SomeFailure.Message(), Token);

        Assert.False(await Failures.TryCreateAsync(SomeFailure.Full(), Token));

        Assert.Equal(0, (await GetFailureAsync()).Attempts);
    }

    [Fact]
    public async Task TryCreate_OfTheLargestBody_KeepsItWhole()
    {
        var body = new byte[FailedMessage.MaxBodyBytes];
        body[^1] = 42;

        await Failures.TryCreateAsync(SomeFailure.Message() with { Body = body }, Token);

        var stored = (await GetFailureAsync()).Body;
        Assert.True(body.AsSpan().SequenceEqual(stored));
    }

    [Fact]
    public async Task Update_OfTheSequenceThatStands_WritesEverything_AndCountsOn()
    {
        await Failures.TryCreateAsync(SomeFailure.Full() with { Sequence = 0 }, Token);
        var next = SomeFailure.Message(state: FailureState.Dead, due: 9, failed: 5) with { Body = [9] };

        Assert.True(await Failures.UpdateAsync(next, Token));

        Assert.Equal(Canonical.Json(next with { Sequence = 1 }), Canonical.Json(await GetFailureAsync()));
    }

    [Fact]
    public async Task Update_OfASequenceThatHasPassed_WritesNothing()
    {
        await Failures.TryCreateAsync(SomeFailure.Message(), Token);
        await Failures.UpdateAsync(SomeFailure.Message(state: FailureState.Sent), Token);

        Assert.False(await Failures.UpdateAsync(SomeFailure.Message(state: FailureState.Dead), Token));
        Assert.False(await Failures.UpdateAsync(SomeFailure.Message(number: 2), Token));

        Assert.Equal((FailureState.Sent, 1), ((await GetFailureAsync()).State, (await GetFailureAsync()).Sequence));
    }

    [Fact]
    public async Task Update_FromManyAtOnce_CountsEachFailureOnce()
    {
        await Failures.TryCreateAsync(SomeFailure.Message(), Token);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(FailOnceAsync, Token)));

        Assert.Equal((8, 8), ((await GetFailureAsync()).Failures, (await GetFailureAsync()).Sequence));
    }

    [Fact]
    public async Task TakeDue_TakesWaitingOnesThatAreDue_OldestFirst_AndNoneTwice()
    {
        await GivenAsync(
            SomeFailure.Message(1, due: 2), SomeFailure.Message(2, due: 1), SomeFailure.Message(3, due: 3),
            SomeFailure.Message(4, FailureState.Dead), SomeFailure.Message(5, FailureState.Sent));

        var taken = await Failures.TakeDueAsync(SomeFailure.At(2), Hold, 10, Token);

        Assert.Equal([SomeSource.Id(2), SomeSource.Id(1)], taken.Select(failure => failure.Id));
        Assert.Equal(SomeFailure.At(4), taken[0].DueAt);
        Assert.Equal([1, 2, 2], taken[0].Body);
        Assert.Empty(await Failures.TakeDueAsync(SomeFailure.At(2), Hold, 10, Token));
        Assert.True(await Failures.UpdateAsync(taken[0] with { State = FailureState.Sent }, Token));
    }

    [Fact]
    public async Task TakeDue_WhenTheirTakerHasDied_TakesThemAgain_WithinTheLimit()
    {
        await GivenAsync(SomeFailure.Message(1), SomeFailure.Message(2));
        await Failures.TakeDueAsync(SomeFailure.At(0), Hold, 10, Token);

        Assert.Single(await Failures.TakeDueAsync(SomeFailure.At(2), Hold, 1, Token));
    }

    [Fact]
    public async Task TakeDue_ByManyAtOnce_HandsEachOutOnce()
    {
        await GivenAsync([.. Enumerable.Range(1, 40).Select(number => SomeFailure.Message(number))]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Failures.TakeDueAsync(SomeFailure.At(0), Hold, 40, Token), Token)));

        Assert.Equal(40, taken.Sum(page => page.Count));
        Assert.Equal(40, taken.SelectMany(page => page).Select(failure => failure.Id).Distinct().Count());
    }

    [Fact]
    public async Task TakeBackSent_MakesThemDue_AndLeavesTheOthers()
    {
        await GivenAsync(SomeFailure.Message(1, FailureState.Sent, due: 99), SomeFailure.Message(2, FailureState.Dead));

        Assert.Equal(1, await Failures.TakeBackSentAsync(SomeFailure.At(5), Token));

        Assert.Equal((FailureState.Waiting, SomeFailure.At(5), 1), ((await GetFailureAsync()).State, (await GetFailureAsync()).DueAt, (await GetFailureAsync()).Sequence));
        Assert.Equal(FailureState.Dead, (await GetFailureAsync(2)).State);
    }

    [Fact]
    public async Task Trim_RemovesOnlyWhatHasEndedLongAgo()
    {
        await GivenAsync(
            SomeFailure.Message(1, FailureState.Replayed), SomeFailure.Message(2, FailureState.Discarded),
            SomeFailure.Message(3, FailureState.Replayed, due: 5), SomeFailure.Message(4, FailureState.Dead), SomeFailure.Message(5));

        Assert.Equal(2, await Failures.TrimAsync(SomeFailure.At(5), Token));

        Assert.Equal(
            [.. new[] { 3, 4, 5 }.Select(SomeSource.Id).Order()],
            (await Failures.ListAsync(new(), 10, Token)).Select(failure => failure.Id).Order());
    }

    private async Task FailOnceAsync()
    {
        while (true)
        {
            var stored = await GetFailureAsync();
            if (await Failures.UpdateAsync(stored with { Failures = stored.Failures + 1 }, Token))
            {
                return;
            }
        }
    }

    private async Task GivenAsync(params FailedMessage[] failures)
    {
        foreach (var failure in failures)
        {
            Assert.True(await Failures.TryCreateAsync(failure, Token));
        }
    }

    private async Task<FailedMessage> GetFailureAsync(int number = 1)
        => await Failures.FindAsync(SomeSource.Id(number), Token) ?? throw new InvalidOperationException("It is gone.");
}
