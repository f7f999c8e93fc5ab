using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Contract;

/// <summary>Sources that people added, pauses, and what was answered for each day.</summary>
public abstract class SourceContract : StoreContract
{
    [Fact]
    public async Task Save_OfASourceWithEveryValueSet_ReadsBackInFull()
    {
        await Sources.SaveAsync(SomeSource.Full(), Token);

        Assert.Equal(Canonical.Json(SomeSource.Full()), Canonical.Json(Assert.Single(await Sources.ListAsync(Token))));
    }

    [Fact]
    public async Task Save_OfASourceWithNothingButItsId_ReadsBackWithTheDefaults()
    {
        await Sources.SaveAsync(new() { Id = "bare" }, Token);

        Assert.Equal(Canonical.Json(new SourceDefinition { Id = "bare" }), Canonical.Json(Assert.Single(await Sources.ListAsync(Token))));
    }

    [Fact]
    public async Task Save_OverOneOfTheSameId_ReplacesIt_AndListsByIdInOrdinalOrder()
    {
        foreach (var id in new[] { "b", "a-1", "a1", "0" })
        {
            await Sources.SaveAsync(SomeSource.Full(id), Token);
        }

        await Sources.SaveAsync(new() { Id = "b", Kind = SourceKind.HfDaily }, Token);

        var listed = await Sources.ListAsync(Token);
        Assert.Equal(["0", "a-1", "a1", "b"], listed.Select(source => source.Id));
        Assert.Null(listed[3].Query);
    }

    [Fact]
    public async Task Remove_TakesTheSourceWithPauseAndSchedule_AndSaysWhetherThereWasOne()
    {
        await Sources.SaveAsync(SomeSource.Full(), Token);
        await Sources.KeepScheduledSinceAsync("daily", Some.Time(1), Token);
        await Sources.SetPausedAsync("daily", Some.Time(), Token);
        await Sources.SaveAnswersAsync([SomeSource.Answer()], Token);

        Assert.True(await Sources.RemoveAsync("daily", Token));

        Assert.False(await Sources.RemoveAsync("daily", Token));
        Assert.Empty(await Sources.ListAsync(Token));
        Assert.Empty(await Sources.ListPausedAsync(Token));
        Assert.Single(await AnswersAsync());
        Assert.Equal(Some.Time(2), await Sources.KeepScheduledSinceAsync("daily", Some.Time(2), Token));
    }

    [Fact]
    public async Task Remove_OfASourceThatIsOnlyPaused_LeavesThePause()
    {
        await Sources.SetPausedAsync("configured", Some.Time(), Token);

        Assert.False(await Sources.RemoveAsync("configured", Token));

        Assert.Single(await Sources.ListPausedAsync(Token));
    }

    [Fact]
    public async Task Pause_OfASourceThatIsNotStored_HoldsUntilItIsLifted_AndStoresNoSource()
    {
        await Sources.SetPausedAsync("configured", Some.Time(1), Token);
        await Sources.SetPausedAsync("another", Some.Time(2), Token);

        Assert.Equal(
            [("another", Some.Time(2)), ("configured", Some.Time(1))],
            (await Sources.ListPausedAsync(Token)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value)));
        Assert.Empty(await Sources.ListAsync(Token));

        await Sources.SetPausedAsync("configured", null, Token);
        await Sources.SetPausedAsync("unknown", null, Token);

        Assert.Equal("another", Assert.Single(await Sources.ListPausedAsync(Token)).Key);
    }

    [Fact]
    public async Task Save_OfAPausedSource_LeavesItPaused()
    {
        await Sources.SetPausedAsync("daily", Some.Time(1), Token);

        await Sources.SaveAsync(SomeSource.Full(), Token);

        Assert.Equal(Some.Time(1), (await Sources.ListPausedAsync(Token))["daily"]);
        Assert.Single(await Sources.ListAsync(Token));
    }

    [Fact]
    public async Task ScheduledSince_IsTheFirstTimeNoted_WhateverIsSavedBetween()
    {
        Assert.Equal(Some.Time(5), await Sources.KeepScheduledSinceAsync("daily", Some.Time(5), Token));
        await Sources.SaveAsync(SomeSource.Full(), Token);
        await Sources.SetPausedAsync("daily", Some.Time(6), Token);

        Assert.Equal(Some.Time(5), await Sources.KeepScheduledSinceAsync("daily", Some.Time(4), Token));
        Assert.Equal(Some.Time(9), await Sources.KeepScheduledSinceAsync("other", Some.Time(9), Token));
    }

    [Fact]
    public async Task ScheduledSince_FromManyAtOnce_IsOneTimeForAll()
    {
        var times = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            n => Task.Run(() => Sources.KeepScheduledSinceAsync("daily", Some.Time(n), Token), Token)));

        Assert.Single(times.Distinct());
    }

    [Fact]
    public async Task SaveAnswers_WithEveryValueSet_ReadBackExactly()
    {
        var answer = SomeSource.Answer(complete: false, note: "It answered for another day.") with
        {
            Answered = SomeSource.Day(1),
            ListingIds = ["b", "a"],
        };

        await Sources.SaveAnswersAsync([answer], Token);

        Assert.Equal(Canonical.Json(answer), Canonical.Json(Assert.Single(await AnswersAsync())));
    }

    [Fact]
    public async Task ListAnswers_GivesTheDaysOfThatSourceFromFirstToLast_ByDay()
    {
        await Sources.SaveAnswersAsync([.. new[] { 9, 3, 6, 4, 5 }.Select(day => SomeSource.Answer(day))], Token);
        await Sources.SaveAnswersAsync([SomeSource.Answer(4, sourceId: "other")], Token);
        await Sources.SaveAnswersAsync([], Token);

        var days = await Sources.ListAnswersAsync("daily", SomeSource.Day(4), SomeSource.Day(6), Token);

        Assert.Equal([SomeSource.Day(4), SomeSource.Day(5), SomeSource.Day(6)], days.Select(answer => answer.Day));
        Assert.All(days, answer => Assert.Equal("daily", answer.SourceId));
    }

    [Theory]
    [InlineData(true, 5, true, 4, false)]
    [InlineData(true, 5, true, 5, true)]
    [InlineData(true, 5, true, 6, true)]
    [InlineData(true, 5, false, 4, false)]
    [InlineData(true, 5, false, 6, false)]
    [InlineData(false, 5, false, 4, false)]
    [InlineData(false, 5, false, 6, true)]
    [InlineData(false, 5, true, 6, true)]
    [InlineData(false, 5, true, 4, true)]
    public async Task SaveAnswers_OverAnAnswerOfThatDay_ReplaceItOnlyWhenNotWeaker(
        bool storedComplete, int storedAt, bool complete, int at, bool replaces)
    {
        await Sources.SaveAnswersAsync([SomeSource.Answer(2, storedAt, storedComplete, note: "stored")], Token);

        await Sources.SaveAnswersAsync([SomeSource.Answer(2, at, complete, note: "later call")], Token);

        Assert.Equal(replaces ? "later call" : "stored", Assert.Single(await AnswersAsync()).Note);
    }

    [Fact]
    public async Task SaveAnswers_ForOneDayFromManyAtOnce_EndsWithTheLatestCompleteOne()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(
            n => Task.Run(() => Sources.SaveAnswersAsync([SomeSource.Answer(2, n, complete: n % 2 == 0)], Token), Token)));

        Assert.Equal((Some.Time(14), true), (await AnswersAsync()).Select(answer => (answer.At, answer.Complete)).Single());
    }

    private Task<IReadOnlyList<DayAnswer>> AnswersAsync()
        => Sources.ListAnswersAsync("daily", SomeSource.Day(1), SomeSource.Day(31), Token);
}
