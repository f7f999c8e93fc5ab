using System.Diagnostics;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.TestOrigins;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookIsolationTests
{
    private const int Dead = 200;
    private const int Events = 20;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task DeadEndpoints_ThatHangToTheTimeout_DoNotSlowAHealthyOne()
    {
        await using var rig = await WebhookRig.StartAsync(("Webhooks:Timeout", Timeout.ToString()), ("Webhooks:Concurrency", "32"));
        for (var dead = 0; dead < Dead; dead++)
        {
            rig.Receiver.On($"/dead-{dead}", HookReceiver.HangAsync);
            await rig.SubscribeAsync($"/dead-{dead}");
        }

        var healthy = await rig.SubscribeAsync("/healthy");
        var started = Stopwatch.GetTimestamp();
        await rig.LogAsync(1, Events);
        await rig.UntilAsync(healthy, stored => stored.Cursor == Events);
        var first = Stopwatch.GetElapsedTime(started);

        // All of them hang now: what comes next is not delayed at all.
        await WebhookRig.UntilAsync(() => Enumerable.Range(0, Dead).All(dead => rig.Receiver.CountAt($"/dead-{dead}") == 1), "every dead endpoint was asked");
        started = Stopwatch.GetTimestamp();
        await rig.LogAsync(Events + 1, Events);
        await rig.UntilAsync(healthy, stored => stored.Cursor == 2 * Events);
        var second = Stopwatch.GetElapsedTime(started);

        TestContext.Current.TestOutputHelper?.WriteLine($"{first.TotalMilliseconds:0} ms among {Dead} that begin to hang, {second.TotalMilliseconds:0} ms beside {Dead} that hang");
        Assert.Equal(2 * Events, rig.At("/healthy").Count());
        Assert.InRange(first, TimeSpan.Zero, Timeout / 2);
        Assert.InRange(second, TimeSpan.Zero, Timeout / 4);
    }

    [Fact]
    public async Task SlowEndpoints_GiveTheirPlaceToTheOthers()
    {
        await using var rig = await WebhookRig.StartAsync(("Webhooks:Timeout", Timeout.ToString()), ("Webhooks:Concurrency", "1"), ("Webhooks:SlowConcurrency", "1"));
        rig.Receiver.On("/slow", HookReceiver.HangAsync);
        var slow = await rig.SubscribeAsync("/slow");
        await rig.LogAsync(1, 1);
        await WebhookRig.UntilAsync(() => rig.Receiver.CountAt("/slow") == 1, "the slow one is asked");

        var healthy = await rig.SubscribeAsync("/healthy");
        await rig.UntilAsync(healthy, stored => stored.Cursor == 1);

        Assert.Equal((SubscriptionState.Active, 0), ((await rig.FindAsync(slow)).State, (await rig.FindAsync(slow)).Failures));
    }
}
