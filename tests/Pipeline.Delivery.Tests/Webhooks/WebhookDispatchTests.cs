using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;
using Pipeline.Testing;
using Pipeline.TestOrigins;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookDispatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Subscriber_OfEverything_GetsEveryEventOnceInOrderAndSigned()
    {
        await using var rig = await WebhookRig.StartAsync();
        var all = await rig.SubscribeAsync("/all");

        await rig.LogAsync(1, 120);
        await rig.UntilAsync(all, subscription => subscription.Cursor == 120);
        await rig.LogAsync(121, 30);
        await rig.UntilAsync(all, subscription => subscription.Cursor == 150);

        Assert.Equal(Enumerable.Range(1, 150).Select(n => (long)n), rig.At("/all"));
        Assert.All(rig.Receiver.At("/all"), hook => Assert.True(hook.Genuine));
        Assert.Equal(SomeChange.Id(1).ToString("D"), rig.Receiver.At("/all")[0].Id);
        Assert.Equal(150, (await rig.TriedAsync(all)).Count(attempt => attempt is { Delivered: true, Status: 204 }));
        Assert.NotNull((await rig.FindAsync(all)).DeliveredAt);
    }

    [Fact]
    public async Task Subscribers_WithFilters_GetWhatTheyAskedForAlone()
    {
        await using var rig = await WebhookRig.StartAsync();
        await rig.LogAsync(1, 5, topic: "cs.CL", source: "daily");
        await rig.LogAsync(6, 5, topic: "cs.LG", source: "inbox");
        await rig.LogAsync(11, 5, topic: "cs.LG", source: "daily", withdrawn: true);
        Subscription[] all =
        [
            await rig.SubscribeAsync("/topic", new() { Topics = ["cs.CL", "cs.AI"] }),
            await rig.SubscribeAsync("/source", new() { Source = "daily" }),
            await rig.SubscribeAsync("/kind", new() { Kinds = [ChangeKind.Withdrawn] }),
            await rig.SubscribeAsync("/both", new() { Kinds = [ChangeKind.Enriched], Topics = ["cs.LG"], Source = "inbox" }),
            await rig.SubscribeAsync("/none", new() { Topics = ["cs.RO"] }),
        ];

        foreach (var subscription in all)
        {
            await rig.UntilReadAsync(subscription, 15);
        }

        Assert.Equal([1, 2, 3, 4, 5], rig.At("/topic"));
        Assert.Equal([1, 2, 3, 4, 5, 11, 12, 13, 14, 15], rig.At("/source"));
        Assert.Equal([11, 12, 13, 14, 15], rig.At("/kind"));
        Assert.Equal([6, 7, 8, 9, 10], rig.At("/both"));
        Assert.Empty(rig.At("/none"));
    }

    [Fact]
    public async Task Subscriber_ThatFailsForAWhile_GetsTheSameEventAgainAndNoneBeforeIt()
    {
        await using var rig = await WebhookRig.StartAsync(("Webhooks:FirstRetry", "00:00:00.010"));
        rig.Receiver.InTurn("/flaky", TestOrigin.Status(204), TestOrigin.Status(500), TestOrigin.Status(204));
        var flaky = await rig.SubscribeAsync("/flaky");

        await rig.LogAsync(1, 4);
        await rig.UntilAsync(flaky, subscription => subscription.Cursor == 4);

        Assert.Equal([1, 2, 2, 3, 4], rig.At("/flaky"));
        Assert.Equal(rig.Receiver.At("/flaky")[1].Id, rig.Receiver.At("/flaky")[2].Id);
        var failed = Assert.Single(await rig.Attempts.ListAsync(flaky.Id, failedOnly: true, 10, Token));
        Assert.Equal((2, 500), (failed.ChangeSequence, failed.Status));
        Assert.Equal((0, null), ((await rig.FindAsync(flaky)).Failures, (await rig.FindAsync(flaky)).FailingSince));
    }

    [Fact]
    public async Task Subscriber_ThatFailsForThreeDays_IsGivenUpAndItIsToldWhy()
    {
        var time = new FakeTimeProvider(Some.Time());
        await using var rig = await WebhookRig.StartAsync(time, ("Webhooks:FirstRetry", "00:00:05"));
        rig.Receiver.On("/dead", TestOrigin.Status(500));
        var dead = await rig.SubscribeAsync("/dead");
        await rig.LogAsync(1, 1);

        await Eventually.TrueAsync(
            async () =>
            {
                var stored = await rig.FindAsync(dead);
                time.Advance(stored.DueAt > time.GetUtcNow() ? stored.DueAt - time.GetUtcNow() : TimeSpan.FromMilliseconds(20));
                return stored.State == SubscriptionState.Disabled;
            },
            TimeSpan.FromSeconds(30), () => "it is given up", Token);

        var stored = await rig.FindAsync(dead);
        Assert.StartsWith("10 attempts failed since 2026-", stored.Reason, StringComparison.Ordinal);
        Assert.Equal(10, rig.At("/dead").Count());
        Assert.InRange((time.GetUtcNow() - Some.Time()).TotalHours, 66, 86);
        var told = (await rig.Store.ListEventsAsync(dead.Id, 10, Token)).Single(what => what.Action == "disabled");
        Assert.Equal(("pipeline", stored.Reason), (told.By, told.Detail));
    }

    [Fact]
    public async Task Subscriber_ThatAnswersGone_IsGivenUpAtOnce()
    {
        await using var rig = await WebhookRig.StartAsync();
        rig.Receiver.On("/gone", TestOrigin.Status(410));
        var gone = await rig.SubscribeAsync("/gone");

        await rig.LogAsync(1, 3);
        await rig.UntilAsync(gone, subscription => subscription.State == SubscriptionState.Disabled);

        Assert.Equal([1], rig.At("/gone"));
        Assert.Equal(0, (await rig.FindAsync(gone)).Cursor);
        Assert.Contains("410", (await rig.FindAsync(gone)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriber_ThatAsksToBeLeftAlone_IsForThatLong()
    {
        var time = new FakeTimeProvider(Some.Time());
        await using var rig = await WebhookRig.StartAsync(time);
        rig.Receiver.On("/busy", TestOrigin.Status(503, ("Retry-After", "7200")));
        var busy = await rig.SubscribeAsync("/busy");
        await rig.LogAsync(1, 1);

        await Eventually.TrueAsync(
            async () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(20));
                return (await rig.FindAsync(busy)).Failures == 1;
            },
            TimeSpan.FromSeconds(30), () => "it failed", Token);

        Assert.InRange(((await rig.FindAsync(busy)).DueAt - Some.Time()).TotalHours, 2, 2.1);
    }

    [Fact]
    public async Task Subscriber_WhoseChangesAreNoLongerKept_IsToldOfTheRestAndThatSomeAreMissing()
    {
        await using var rig = await WebhookRig.StartAsync();
        await rig.LogAsync(1, 3);
        await rig.LogAsync(4, 2, minutes: 60);
        await rig.Log.TrimAsync(Some.Time(30), Token);
        var late = await rig.SubscribeAsync("/late");

        await rig.UntilAsync(late, subscription => subscription.Cursor == 5);

        Assert.Equal([4, 5], rig.At("/late"));
        var told = Assert.Single(await rig.Store.ListEventsAsync(late.Id, 10, Token), what => what.Action == "missed");
        Assert.Equal(("pipeline", "changes after 0 and up to 3 were no longer kept"), (told.By, told.Detail));
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var rig = await WebhookRig.StartAsync(("Webhooks:FirstRetry", "00:05:00"));
        rig.Receiver.On("/moved", TestOrigin.Redirect(rig.Receiver.Address + "/elsewhere", (int)HttpStatusCode.TemporaryRedirect));
        var moved = await rig.SubscribeAsync("/moved");

        await rig.LogAsync(1, 1);
        await rig.UntilAsync(moved, subscription => subscription.Failures == 1);

        Assert.Empty(rig.At("/elsewhere"));
        var attempt = Assert.Single(await rig.TriedAsync(moved));
        Assert.Equal(307, attempt.Status);
        Assert.Contains("not followed", attempt.Note, StringComparison.Ordinal);
    }
}
