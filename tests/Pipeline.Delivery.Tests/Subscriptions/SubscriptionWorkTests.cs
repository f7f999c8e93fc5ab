using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Subscriptions;

public sealed class SubscriptionWorkTests
{
    private static readonly string Given = $"whsec_{Convert.ToBase64String(new byte[24])}";

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

    [Fact]
    public async Task Resume_OfADigestThatWasGivenUp_AsksItsReaderAgain()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var digest = await desk.BecomesAsync(
            await desk.GivenAsync(SubscriptionDesk.Digest()),
            stored => stored with { State = SubscriptionState.Disabled, Reason = "refused", Failures = 1, DeliveredAt = Some.Time(), DueAt = Some.Time(9) });

        await desk.Work.ResumeAsync(digest.Id, SubscriptionDesk.By, Token);

        var stored = await desk.FindAsync(digest);
        Assert.Equal(
            (SubscriptionState.Pending, null, 0, null, DateTimeOffset.UnixEpoch),
            (stored.State, stored.Reason, stored.Failures, stored.DeliveredAt, stored.DueAt));
        Assert.Equal(digest.Digest, stored.Digest);
    }

    [Fact]
    public async Task Digest_ThatItsReaderEnded_IsNeitherResumedNorTested()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var digest = await desk.BecomesAsync(
            await desk.GivenAsync(SubscriptionDesk.Digest()), stored => stored with { State = SubscriptionState.Disabled, Reason = DigestConsent.Unsubscribed });

        Assert.Equal(RefusalKind.Conflict, (await desk.Work.ResumeAsync(digest.Id, SubscriptionDesk.By, Token)).Refusal?.Kind);
        Assert.Equal(RefusalKind.Conflict, (await desk.Work.TestAsync(digest.Id, SubscriptionDesk.By, Token)).Refusal?.Kind);

        Assert.Single(await desk.DoneAsync(digest));
        Assert.Empty(await desk.Attempts.ListAsync(digest.Id, false, 10, Token));
    }

    [Fact]
    public async Task Digest_WhoseReaderHasNotAgreed_IsNeitherPausedNorResumed()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var digest = await desk.GivenAsync(SubscriptionDesk.Digest());

        Assert.Equal(RefusalKind.Conflict, (await desk.Work.PauseAsync(digest.Id, null, SubscriptionDesk.By, Token)).Refusal?.Kind);
        Assert.Equal(RefusalKind.Conflict, (await desk.Work.ResumeAsync(digest.Id, SubscriptionDesk.By, Token)).Refusal?.Kind);

        Assert.Single(await desk.DoneAsync(digest));
    }

    [Fact]
    public async Task PausedDigest_GoesOnAtItsTime()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var digest = await desk.BecomesAsync(
            await desk.GivenAsync(SubscriptionDesk.Digest()), stored => stored with { State = SubscriptionState.Active, DueAt = Some.Time(60) });

        await desk.Work.PauseAsync(digest.Id, null, SubscriptionDesk.By, Token);
        await desk.Work.ResumeAsync(digest.Id, SubscriptionDesk.By, Token);

        Assert.Equal((SubscriptionState.Active, Some.Time(60)), ((await desk.FindAsync(digest)).State, (await desk.FindAsync(digest)).DueAt));
    }

    [Fact]
    public async Task Rotate_LeavesTheFormerSecretForAWhile_AndNotesNeither()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());
        var former = hook.Webhook!.Secrets[0];

        var result = await desk.Work.RotateAsync(hook.Id, null, SubscriptionWork.DefaultKeep, SubscriptionDesk.By, Token);

        var secrets = (await desk.FindAsync(hook)).Webhook!.Secrets;
        Assert.Equal(
            [new() { Value = result.Secret!, CreatedAt = Some.Time() }, former with { EndsAt = Some.Time().AddHours(24) }], secrets);
        Assert.NotEqual(former.Value, result.Secret);
        var (action, detail) = (await desk.DoneAsync(hook))[0];
        Assert.Equal("rotated", action);
        Assert.DoesNotContain("whsec_", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_Again_LeavesOutWhatHasEnded_AndProlongsNothing()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook());
        await desk.Work.RotateAsync(hook.Id, null, TimeSpan.FromHours(1), SubscriptionDesk.By, Token);
        var second = (await desk.FindAsync(hook)).Webhook!.Secrets;

        await desk.Work.RotateAsync(hook.Id, null, TimeSpan.FromHours(2), SubscriptionDesk.By, Token);
        Assert.Equal([null, Some.Time().AddHours(2), Some.Time().AddHours(1)], (await desk.FindAsync(hook)).Webhook!.Secrets.Select(secret => secret.EndsAt));

        desk.Time.Advance(TimeSpan.FromHours(1));
        await desk.Work.RotateAsync(hook.Id, Given, TimeSpan.FromHours(2), SubscriptionDesk.By, Token);
        var secrets = (await desk.FindAsync(hook)).Webhook!.Secrets;
        Assert.Equal(3, secrets.Count);
        Assert.Equal((Given, second[0].Value), (secrets[0].Value, secrets[2].Value));

        await desk.Work.RotateAsync(hook.Id, null, TimeSpan.Zero, SubscriptionDesk.By, Token);
        Assert.Single((await desk.FindAsync(hook)).Webhook!.Secrets);
    }

    [Fact]
    public async Task Rotate_ThatCannotBe_IsRefused()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var hook = await desk.GivenAsync(SubscriptionDesk.Webhook(secret: Given));
        var digest = await desk.GivenAsync(SubscriptionDesk.Digest());

        Assert.Equal(RefusalKind.Conflict, (await RotateAsync(digest.Id, null, 1)).Refusal?.Kind);
        Assert.Equal("secret", (await RotateAsync(hook.Id, "whsec_short", 1)).Refusal?.Field);
        Assert.Equal("secret", (await RotateAsync(hook.Id, Given, 1)).Refusal?.Field);
        Assert.Equal("keep", (await RotateAsync(hook.Id, null, -1)).Refusal?.Field);
        Assert.Equal("keep", (await RotateAsync(hook.Id, null, 721)).Refusal?.Field);
        await RotateAsync(hook.Id, null, 1);
        await RotateAsync(hook.Id, null, 1);
        await RotateAsync(hook.Id, null, 720);
        Assert.Equal(RefusalKind.Conflict, (await RotateAsync(hook.Id, null, 1)).Refusal?.Kind);

        Assert.Equal(4, (await desk.DoneAsync(hook)).Count);

        Task<SubscriptionResult> RotateAsync(Guid id, string? secret, int hours)
            => desk.Work.RotateAsync(id, secret, TimeSpan.FromHours(hours), SubscriptionDesk.By, Token);
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
