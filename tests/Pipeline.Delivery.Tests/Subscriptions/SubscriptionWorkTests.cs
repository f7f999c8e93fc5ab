using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Subscriptions;

public sealed class SubscriptionWorkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PausedSubscription_GoesOnWhereItWas()
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 1);
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());

        Assert.Equal(SubscriptionState.Paused, (await desk.Work.PauseAsync(hook.Id, "moving", SubscriptionDesk.By, Token)).Subscription?.State);
        Assert.True((await desk.Work.PauseAsync(hook.Id, null, SubscriptionDesk.By, Token)).Unchanged);
        Assert.Equal("moving", (await desk.FindAsync(hook)).Reason);
        Assert.Null((await desk.Work.ResumeAsync(hook.Id, SubscriptionDesk.By, Token)).Subscription?.Reason);
        Assert.True((await desk.Work.ResumeAsync(hook.Id, SubscriptionDesk.By, Token)).Unchanged);

        var stored = await desk.FindAsync(hook);
        Assert.Equal((SubscriptionState.Active, null, 1L), (stored.State, stored.Reason, stored.Cursor));
        Assert.Equal(["resumed", "paused", "added"], (await desk.DoneAsync(hook)).Select(done => done.Action));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    [InlineData(0, true)]
    public async Task Pause_ForAReasonThatIsNoLine_IsRefused(int length, bool refused)
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());

        var result = await desk.Work.PauseAsync(hook.Id, length == 0 ? "a\nb" : new('a', length), SubscriptionDesk.By, Token);

        Assert.Equal(refused ? "reason" : null, result.Refusal?.Field);
        Assert.Equal(refused ? SubscriptionState.Active : SubscriptionState.Paused, (await desk.FindAsync(hook)).State);
    }

    [Fact]
    public async Task Resume_OfAWebhookThatWasGivenUp_ForgetsItsFailures()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.BecomesAsync(await desk.GivenAsync(SubscriptionDesk.Webhook()), stored => stored with
        {
            State = SubscriptionState.Disabled, Reason = "410", Failures = 3, FailingSince = Some.Time(), DueAt = Some.Time(99),
        });

        Assert.Equal(RefusalKind.Conflict, (await desk.Work.PauseAsync(hook.Id, null, SubscriptionDesk.By, Token)).Refusal?.Kind);
        await desk.Work.ResumeAsync(hook.Id, SubscriptionDesk.By, Token);

        var stored = await desk.FindAsync(hook);
        Assert.Equal(
            (SubscriptionState.Active, null, 0, null, DateTimeOffset.UnixEpoch),
            (stored.State, stored.Reason, stored.Failures, stored.FailingSince, stored.DueAt));
    }

    [Theory]
    [InlineData(0L, 2L)]
    [InlineData(3L, 3L)]
    [InlineData(5L, 5L)]
    public async Task Replay_SetsTheCursor_NotBeforeWhatIsKept_AndForgetsFailures(long after, long cursor)
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 5);
        await desk.Log.TrimAsync(Some.Time(3), Token);
        var hook = await desk.BecomesAsync(
            await desk.GivenAsync(SubscriptionDesk.Webhook()), stored => stored with { Failures = 2, FailingSince = Some.Time(), DueAt = Some.Time(9) });

        await desk.Work.ReplayAsync(hook.Id, after, SubscriptionDesk.By, Token);

        var stored = await desk.FindAsync(hook);
        Assert.Equal((cursor, 0, DateTimeOffset.UnixEpoch), (stored.Cursor, stored.Failures, stored.DueAt));
        Assert.Equal(("replayed", $"after {cursor}; it stood at 5"), (await desk.DoneAsync(hook))[0]);
    }

    [Fact]
    public async Task Replay_ThatCannotBe_IsRefused()
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 2);
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());
        var digest = await desk.GivenAsync(SubscriptionDesk.Digest());

        Assert.Equal("after", (await desk.Work.ReplayAsync(hook.Id, 3, SubscriptionDesk.By, Token)).Refusal?.Field);
        Assert.Equal("after", (await desk.Work.ReplayAsync(hook.Id, -1, SubscriptionDesk.By, Token)).Refusal?.Field);
        Assert.Equal(RefusalKind.Conflict, (await desk.Work.ReplayAsync(digest.Id, 0, SubscriptionDesk.By, Token)).Refusal?.Kind);
    }

    [Fact]
    public async Task Test_IsNotedAndItsAttemptKept_AndTheCursorStays()
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 2);
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());

        var result = await desk.Work.TestAsync(hook.Id, SubscriptionDesk.By, Token);

        Assert.Equal("test-Webhook", result.Attempt?.MessageId);
        Assert.Equal(result.Attempt, Assert.Single(await desk.Attempts.ListAsync(hook.Id, false, 10, Token)));
        Assert.Equal("tested", (await desk.DoneAsync(hook))[0].Action);
        Assert.Equal((2L, 0), ((await desk.FindAsync(hook)).Cursor, (await desk.FindAsync(hook)).Failures));
    }

    [Fact]
    public async Task Remove_LeavesTheRecord()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());

        Assert.Equal(hook.Id, (await desk.Work.RemoveAsync(hook.Id, SubscriptionDesk.By, Token)).Subscription?.Id);

        Assert.Null(await desk.Store.FindAsync(hook.Id, Token));
        Assert.Equal(["removed", "added"], (await desk.DoneAsync(hook)).Select(done => done.Action));
    }

    [Fact]
    public async Task Deeds_OnWhatIsNotThere_AreRefused_AndNotNoted()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var id = SomeSubscription.Id();

        var results = new[]
        {
            await desk.Work.PauseAsync(id, null, SubscriptionDesk.By, Token), await desk.Work.ResumeAsync(id, SubscriptionDesk.By, Token),
            await desk.Work.RemoveAsync(id, SubscriptionDesk.By, Token), await desk.Work.ReplayAsync(id, 0, SubscriptionDesk.By, Token),
            await desk.Work.RotateAsync(id, null, TimeSpan.Zero, SubscriptionDesk.By, Token), await desk.Work.TestAsync(id, SubscriptionDesk.By, Token),
        };

        Assert.All(results, result => Assert.Equal(RefusalKind.Unknown, result.Refusal?.Kind));
        Assert.Empty(await desk.Store.ListEventsAsync(null, 10, Token));
    }

    [Fact]
    public async Task Deeds_FromManyAtOnce_AreAllDoneAndNoted()
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 8);
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => desk.Work.ReplayAsync(hook.Id, n, SubscriptionDesk.By, Token), Token)));

        Assert.Equal((8, 9), ((await desk.FindAsync(hook)).Sequence, (await desk.DoneAsync(hook)).Count));
    }
}
