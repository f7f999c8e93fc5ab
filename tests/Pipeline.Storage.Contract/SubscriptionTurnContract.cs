using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Storage.Contract;

/// <summary>Which subscriptions are to be told, and that one process at a time tells each.</summary>
public abstract class SubscriptionTurnContract : StoreContract
{
    private static readonly Guid Me = SomeSource.Id(101);
    private static readonly Guid Other = SomeSource.Id(102);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task ListDue_ReadsTheLongestDueFirst_AsManyAsAskedFor()
    {
        await GivenAsync(SomeSubscription.Webhook(1, due: 3), SomeSubscription.Webhook(2, due: 1), SomeSubscription.Webhook(3, due: 2));

        Assert.Equal([2, 3, 1], await DueAsync());
        Assert.Equal([2, 3], await DueAsync(limit: 2));
    }

    [Fact]
    public async Task ListDue_LeavesOutWhatIsNotYetDue_OrHasReadAll_OrIsOfTheOtherKind()
    {
        await GivenAsync(
            SomeSubscription.Webhook(1, due: 5, cursor: 9), SomeSubscription.Webhook(2, due: 6, cursor: 9), SomeSubscription.Webhook(3, due: 5, cursor: 10),
            SomeSubscription.Digest(4));

        Assert.Equal([1], await DueAsync(now: 5, last: 10));
        Assert.Equal([4], await DueAsync(now: 5, last: 10, kind: SubscriptionKind.Digest));
        Assert.Empty(await DueAsync(now: 4, last: 10));
    }

    [Theory]
    [InlineData(SubscriptionState.Pending)]
    [InlineData(SubscriptionState.Paused)]
    [InlineData(SubscriptionState.Disabled)]
    public async Task InAnyStateButActive_ASubscriptionIsNeitherDueNorTaken_UntilItIsActiveAgain(SubscriptionState state)
    {
        await GivenAsync(SomeSubscription.Webhook());
        Assert.True(await Subscriptions.UpdateAsync(SomeSubscription.Webhook(state: state), null, Token));

        Assert.Empty(await DueAsync());
        Assert.Null(await TakeAsync(Me));

        Assert.True(await Subscriptions.UpdateAsync(SomeSubscription.Webhook() with { Sequence = 1 }, null, Token));
        Assert.Equal([1], await DueAsync());
        Assert.NotNull(await TakeAsync(Me));
    }

    [Fact]
    public async Task Update_OfDueTimeAndCursor_IsSeenByListDue()
    {
        await GivenAsync(SomeSubscription.Webhook());

        Assert.True(await Subscriptions.UpdateAsync(SomeSubscription.Webhook(due: 7, cursor: 5), null, Token));

        Assert.Empty(await DueAsync(now: 6));
        Assert.Empty(await DueAsync(now: 7, last: 5));
        Assert.Equal([1], await DueAsync(now: 7, last: 6));
    }

    [Fact]
    public async Task ListDue_LeavesOutWhatIsHeld_UntilItIsGivenBack()
    {
        await GivenAsync(SomeSubscription.Webhook(1), SomeSubscription.Webhook(2));

        await TakeAsync(Me);
        Assert.Equal([2], await DueAsync());

        await Subscriptions.ReleaseAsync(SomeSubscription.Id(), Me, Token);
        Assert.Equal([1, 2], (await DueAsync()).Order());
    }

    [Fact]
    public async Task ListDue_ShowsAgainWhatADeadHolderHeld_WhenItsHoldHasPassed()
    {
        await GivenAsync(SomeSubscription.Webhook());
        await TakeAsync(Me, TimeSpan.FromMilliseconds(1));

        // By the store's own clock, which no test can move: the hold is over at once.
        IReadOnlyList<int> due = [];
        for (var attempt = 0; due.Count == 0 && attempt < 1_000; attempt++)
        {
            due = await DueAsync();
        }

        Assert.Equal([1], due);
    }

    [Fact]
    public async Task Take_IsForOneHolderAtATime_UntilItIsGivenBack_AndLeavesTheSequence()
    {
        await GivenAsync(SomeSubscription.FullWebhook() with { State = SubscriptionState.Active });

        var taken = await TakeAsync(Me);
        Assert.Equal(Canonical.Json(SomeSubscription.FullWebhook() with { State = SubscriptionState.Active }), Canonical.Json(taken));
        Assert.Null(await TakeAsync(Other));
        Assert.NotNull(await TakeAsync(Me));

        await Subscriptions.ReleaseAsync(SomeSubscription.Id(), Other, Token);
        Assert.Null(await TakeAsync(Other));

        await Subscriptions.ReleaseAsync(SomeSubscription.Id(), Me, Token);
        Assert.NotNull(await TakeAsync(Other));
    }

    [Fact]
    public async Task Take_AfterAHolderThatDied_SucceedsWhenItsHoldHasPassed()
    {
        await GivenAsync(SomeSubscription.Webhook());
        await TakeAsync(Me, TimeSpan.FromMilliseconds(1));

        Subscription? taken = null;
        for (var attempt = 0; taken is null && attempt < 1_000; attempt++)
        {
            taken = await TakeAsync(Other);
        }

        Assert.NotNull(taken);
        Assert.Null(await TakeAsync(Me));
    }

    [Fact]
    public async Task Take_FromManyAtOnce_SucceedsOnce()
    {
        await GivenAsync(SomeSubscription.Webhook());

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => TakeAsync(SomeSource.Id(200 + n)), Token)));

        Assert.Single(taken, subscription => subscription is not null);
    }

    [Fact]
    public async Task Take_AndRelease_OfWhatIsNotThere_DoNothing()
    {
        Assert.Null(await TakeAsync(Me));

        await Subscriptions.ReleaseAsync(SomeSubscription.Id(), Me, Token);
    }

    [Fact]
    public async Task Update_OfASubscriptionInHand_LeavesItInHand()
    {
        await GivenAsync(SomeSubscription.FullWebhook() with { State = SubscriptionState.Active });
        var mine = (await TakeAsync(Me))!;

        Assert.True(await Subscriptions.UpdateAsync(mine with { Cursor = 3, Reason = null, FailingSince = null }, null, Token));

        Assert.Null(await TakeAsync(Other));
        Assert.Equal((3, 9), ((await TakeAsync(Me))!.Cursor, (await TakeAsync(Me))!.Sequence));
    }

    private async Task GivenAsync(params IReadOnlyList<Subscription> subscriptions)
    {
        foreach (var (number, subscription) in subscriptions.Index())
        {
            Assert.True(await Subscriptions.TryAddAsync(subscription, SomeSubscription.Event(number), Token));
        }
    }

    private Task<Subscription?> TakeAsync(Guid holder, TimeSpan? hold = null)
        => Subscriptions.TakeAsync(SomeSubscription.Id(), holder, hold ?? Long, Token);

    private async Task<IReadOnlyList<int>> DueAsync(
        int now = 60, long last = long.MaxValue, int limit = 10, SubscriptionKind kind = SubscriptionKind.Webhook)
    {
        var due = await Subscriptions.ListDueAsync(kind, Some.Time(now), last, limit, Token);
        return [.. due.Select(subscription => Enumerable.Range(1, 9).Single(number => SomeSubscription.Id(number) == subscription.Id))];
    }
}
