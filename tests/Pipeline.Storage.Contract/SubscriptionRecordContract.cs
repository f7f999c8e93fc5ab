using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Storage.Contract;

/// <summary>What was done to subscriptions and what was tried for them: kept once, read the last first.</summary>
public abstract class SubscriptionRecordContract : StoreContract
{
    [Fact]
    public async Task Event_WithEveryValueSet_ReadsBackExactly()
    {
        var what = SomeSubscription.Event() with { At = SomeSubscription.Exact(3), Name = "über \"x\"", Detail = "from 5, “é”" };

        await Subscriptions.TryAddAsync(SomeSubscription.Webhook(), what, Token);

        Assert.Equal([what], await Subscriptions.ListEventsAsync(null, 10, Token));
    }

    [Fact]
    public async Task ListEvents_ReadsTheLastFirst_OfOneOrAll_AsManyAsAskedFor()
    {
        await Subscriptions.TryAddAsync(SomeSubscription.Webhook(1), SomeSubscription.Event(1, 1, minutes: 1), Token);
        await Subscriptions.TryAddAsync(SomeSubscription.Webhook(2), SomeSubscription.Event(2, 2, minutes: 3), Token);
        await Subscriptions.UpdateAsync(SomeSubscription.Webhook(1), SomeSubscription.Event(3, 1, minutes: 2, "paused"), Token);

        Assert.Equal([Event(2), Event(3), Event(1)], await EventsAsync(null));
        Assert.Equal([Event(2), Event(3)], await EventsAsync(null, limit: 2));
        Assert.Equal([Event(3), Event(1)], await EventsAsync(SomeSubscription.Id(1)));
        Assert.Equal([Event(3)], await EventsAsync(SomeSubscription.Id(1), limit: 1));
        Assert.Empty(await EventsAsync(SomeSubscription.Id(3)));
    }

    [Fact]
    public async Task Attempt_WithEveryValueSet_ReadsBackExactly()
    {
        await GivenSubscriptionsAsync();
        var attempt = SomeSubscription.Attempt(delivered: false) with
        {
            ChangeSequence = 9_007_199_254_740_993,
            At = SomeSubscription.Exact(1),
            Duration = TimeSpan.FromTicks(15_000_000_001),
            Status = 503,
            Note = "busy \"now\" é",
        };

        await Attempts.AddAsync([attempt], Token);

        Assert.Equal([attempt], await ListAsync());
    }

    [Fact]
    public async Task Attempts_OfKeysThatAreKnown_AreNotWrittenAgain_TheOthersAre()
    {
        await GivenSubscriptionsAsync();
        await Attempts.AddAsync([SomeSubscription.Attempt(1)], Token);

        await Attempts.AddAsync([SomeSubscription.Attempt(1) with { Note = "again" }, SomeSubscription.Attempt(2)], Token);
        await Attempts.AddAsync([], Token);

        Assert.Equal([("message 2", null), ("message 1", null)], (await ListAsync()).Select(attempt => (attempt.MessageId, attempt.Note)));
    }

    [Fact]
    public async Task Attempts_AreReadTheLastFirst_AtOneTimeTheFurthest_AsManyAsAskedFor()
    {
        await GivenSubscriptionsAsync();
        await Attempts.AddAsync(
            [SomeSubscription.Attempt(1, minutes: 1), SomeSubscription.Attempt(2, minutes: 3), SomeSubscription.Attempt(3, minutes: 2), SomeSubscription.Attempt(4, minutes: 2)],
            Token);
        await Attempts.AddAsync([SomeSubscription.Attempt(5, subscription: 2)], Token);

        Assert.Equal([2, 4, 3, 1], (await ListAsync()).Select(attempt => attempt.ChangeSequence));
        Assert.Equal([2, 4], (await ListAsync(limit: 2)).Select(attempt => attempt.ChangeSequence));
    }

    [Fact]
    public async Task Attempts_FailedOnly_AreThoseThatWereNotTaken()
    {
        await GivenSubscriptionsAsync();
        await Attempts.AddAsync(
            [SomeSubscription.Attempt(1, delivered: false), SomeSubscription.Attempt(2), SomeSubscription.Attempt(3, delivered: false)], Token);

        Assert.Equal([3, 1], (await ListAsync(failedOnly: true)).Select(attempt => attempt.ChangeSequence));
        Assert.Equal([3], (await ListAsync(failedOnly: true, limit: 1)).Select(attempt => attempt.ChangeSequence));
    }

    [Fact]
    public async Task Trim_ForgetsAttemptsThatBeganBefore_OfEachSubscription()
    {
        await GivenSubscriptionsAsync();
        await Attempts.AddAsync(
            [SomeSubscription.Attempt(1, minutes: 1), SomeSubscription.Attempt(2, minutes: 2), SomeSubscription.Attempt(3, subscription: 2, minutes: 1)], Token);

        Assert.Equal(2, await Attempts.TrimAsync(Some.Time(2), Token));
        Assert.Equal(0, await Attempts.TrimAsync(Some.Time(2), Token));

        Assert.Equal([2], (await ListAsync()).Select(attempt => attempt.ChangeSequence));
        Assert.Empty(await Attempts.ListAsync(SomeSubscription.Id(2), false, 10, Token));
    }

    private static Guid Event(int number) => SomeSubscription.Event(number).Id;

    private async Task<IEnumerable<Guid>> EventsAsync(Guid? id, int limit = 10)
        => (await Subscriptions.ListEventsAsync(id, limit, Token)).Select(what => what.Id);

    private Task<IReadOnlyList<DeliveryAttempt>> ListAsync(bool failedOnly = false, int limit = 10)
        => Attempts.ListAsync(SomeSubscription.Id(), failedOnly, limit, Token);
}
