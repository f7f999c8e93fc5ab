using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Delivery.Webhooks;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Webhooks;

/// <summary>Subscriptions of which most of the log is no concern: little is written for them, and nothing is missed.</summary>
public sealed class WebhookQuietTests
{
    private static readonly SubscriptionFilter Robots = new() { Topics = ["cs.RO"] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_ThatItDidNotAskFor_AreReadWithoutAWrite()
    {
        await using var rig = await WebhookRig.StartAsync();
        var byTopic = await rig.SubscribeAsync("/topic", Robots);
        var byKind = await rig.SubscribeAsync("/kind", new() { Kinds = [ChangeKind.Withdrawn] });

        for (var batch = 0; batch < 5; batch++)
        {
            await rig.LogAsync(1 + (60 * batch), 60);
            await rig.UntilReadAsync(byTopic, 60 * (batch + 1));
            await rig.UntilReadAsync(byKind, 60 * (batch + 1));
        }

        Assert.Equal((0, 0), ((await rig.FindAsync(byTopic)).Sequence, (await rig.FindAsync(byTopic)).Cursor));
        Assert.Equal((0, 0), ((await rig.FindAsync(byKind)).Sequence, (await rig.FindAsync(byKind)).Cursor));
    }

    [Fact]
    public async Task Place_IsWrittenDown_AfterManyEntries()
    {
        await using var rig = await WebhookRig.StartAsync();
        var subscription = await rig.SubscribeAsync("/topic", Robots);

        await rig.LogAsync(1, WebhookReach.MostEntries);

        await rig.UntilAsync(subscription, stored => stored.Cursor == WebhookReach.MostEntries);
        Assert.Equal(1, (await rig.FindAsync(subscription)).Sequence);
    }

    [Fact]
    public async Task Place_IsWrittenDown_AfterAWhile()
    {
        var time = new FakeTimeProvider(Some.Time());
        await using var rig = await WebhookRig.StartAsync(time);
        var subscription = await rig.SubscribeAsync("/topic", Robots);
        await rig.LogAsync(1, 3);
        await WebhookRig.UntilAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(20));
                return rig.Reach.Of(subscription) == 3;
            },
            "it has read all");
        Assert.Equal(0, (await rig.FindAsync(subscription)).Cursor);

        time.Advance(WebhookReach.LongestTime);
        await rig.UntilAsync(subscription, stored =>
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
            return stored.Cursor == 3;
        });
    }

    [Fact]
    public async Task WhatItAskedFor_AfterMuchThatItDidNot_ComesOnce_AndThePlaceIsWrittenDown()
    {
        await using var rig = await WebhookRig.StartAsync();
        var subscription = await rig.SubscribeAsync("/topic", Robots);
        await rig.LogAsync(1, 5);
        await rig.UntilReadAsync(subscription, 5);

        await rig.LogAsync(6, 1, topic: "cs.RO");
        await rig.LogAsync(7, 2);
        await rig.UntilAsync(subscription, stored => stored.Cursor >= 6);
        await rig.UntilReadAsync(subscription, 8);

        Assert.Equal([6], rig.At("/topic"));
    }

    [Fact]
    public async Task WhatWasReadAndIsNoLongerKept_IsNotMissed()
    {
        await using var rig = await WebhookRig.StartAsync();
        var subscription = await rig.SubscribeAsync("/topic", Robots);
        await rig.LogAsync(1, 5);
        await rig.UntilReadAsync(subscription, 5);
        await rig.Log.TrimAsync(Some.Time(30), Token);

        await rig.LogAsync(6, 1, topic: "cs.RO", minutes: 60);
        await rig.UntilAsync(subscription, stored => stored.Cursor == 6);

        Assert.Equal([6], rig.At("/topic"));
        Assert.DoesNotContain(await rig.Store.ListEventsAsync(subscription.Id, 10, Token), what => what.Action == "missed");
    }

    [Fact]
    public async Task Restart_BeforeThePlaceWasWrittenDown_ReadsAgainAndMissesNothing()
    {
        await using var rig = await WebhookRig.StartAsync();
        var subscription = await rig.SubscribeAsync("/topic", Robots);
        await rig.LogAsync(1, 5);
        await rig.UntilReadAsync(subscription, 5);
        await rig.StopAsync();
        Assert.Equal(0, (await rig.FindAsync(subscription)).Cursor);

        await rig.LogAsync(6, 1, topic: "cs.RO");
        await using var next = await WebhookRig.StartOverAsync(rig);
        await next.UntilAsync(subscription, stored => stored.Cursor == 6);

        Assert.Equal([6], rig.At("/topic"));
    }

    [Fact]
    public async Task SetBack_AfterMuchWasRead_IsToldFromThere()
    {
        await using var rig = await WebhookRig.StartAsync();
        var subscription = await rig.SubscribeAsync("/topic", Robots);
        await rig.LogAsync(1, 1, topic: "cs.RO");
        await rig.UntilAsync(subscription, stored => stored.Cursor == 1);
        await rig.LogAsync(2, 5);
        await rig.UntilReadAsync(subscription, 6);

        await rig.ChangeAsync(subscription.Id, "replayed", stored => stored with { Cursor = 0 });
        await rig.UntilAsync(subscription, stored => stored.Cursor == 6);

        Assert.Equal([1, 1], rig.At("/topic"));
    }

    [Fact]
    public async Task Look_ThatTakesLong_HoldsNobodyBack()
    {
        await using var rig = await WebhookRig.StartAsync();
        await rig.SubscribeAsync("/held", new() { Source = HeldLog.Source });
        var other = await rig.SubscribeAsync("/other", Robots);

        // Who is due first is looked at first.
        await rig.ChangeAsync(other.Id, "resumed", stored => stored with { DueAt = DateTimeOffset.UnixEpoch.AddSeconds(1) });
        await rig.LogAsync(1, 1, topic: "cs.RO");

        await rig.UntilAsync(other, stored => stored.Cursor == 1);
        ((HeldLog)rig.Log).LetGo();
    }
}
