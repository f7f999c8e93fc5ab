using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Subscriptions;

public sealed class DigestWorkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
}
