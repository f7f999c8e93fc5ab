using MassTransit;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Delivery.Webhooks;
using Pipeline.Storage.Contract;
using Pipeline.TestOrigins;

namespace Pipeline.Delivery.Tests.Webhooks;

/// <summary>What people, or other processes, do to a subscription while it is told.</summary>
public sealed class WebhookMeanwhileTests
{
    // What is reached is written down after so many events at the latest; then it shows what became of the subscription.
    private const int SavedAfter = 100;

    private static readonly Guid Stranger = NewId.NextGuid();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paused_WhileAMessageIsUnderWay_StopsSoon_AndGoesOnWhereItWas()
    {
        await using var rig = await WebhookRig.StartAsync();
        var held = Hold(rig);
        var subscription = await rig.SubscribeAsync("/hook");
        await rig.LogAsync(1, 2 * SavedAfter);
        await held.Reached.Task;

        await rig.ChangeAsync(subscription.Id, "paused", stored => stored with { State = SubscriptionState.Paused });
        held.Released.SetResult();
        await rig.UntilAsync(subscription, stored => stored.Cursor > 0);
        var reached = (await rig.FindAsync(subscription)).Cursor;
        Assert.InRange(reached, 1, SavedAfter);
        Assert.Equal(reached, rig.At("/hook").Count());
        Assert.Equal(SubscriptionState.Paused, (await rig.FindAsync(subscription)).State);

        await rig.ChangeAsync(subscription.Id, "resumed", stored => stored with { State = SubscriptionState.Active });
        await rig.UntilAsync(subscription, stored => stored.Cursor == 2 * SavedAfter);
        Assert.Equal(Enumerable.Range(1, 2 * SavedAfter).Select(n => (long)n), rig.At("/hook"));
    }

    [Fact]
    public async Task Removed_WhileAMessageIsUnderWay_StaysRemovedAndIsToldNoMore()
    {
        await using var rig = await WebhookRig.StartAsync();
        var held = Hold(rig);
        var subscription = await rig.SubscribeAsync("/hook");
        await rig.LogAsync(1, 2 * SavedAfter);
        await held.Reached.Task;

        Assert.True(await rig.Store.RemoveAsync(subscription.Id, WebhookRig.Event(subscription, "removed"), Token));
        held.Released.SetResult();

        // Another, which has everything to itself, shows that nothing more can come.
        var next = await rig.SubscribeAsync("/next");
        await rig.UntilAsync(next, stored => stored.Cursor == 2 * SavedAfter);
        await rig.StopAsync();
        Assert.InRange(rig.At("/hook").Count(), 1, SavedAfter);
        Assert.Null(await rig.Store.FindAsync(subscription.Id, Token));
        Assert.Empty(await rig.TriedAsync(subscription));
    }

    [Fact]
    public async Task SetBack_WhileAMessageIsUnderWay_IsToldFromThereAgain()
    {
        await using var rig = await WebhookRig.StartAsync();
        var subscription = await rig.SubscribeAsync("/hook");
        await rig.LogAsync(1, 4);
        await rig.UntilAsync(subscription, stored => stored.Cursor == 4);
        var held = Hold(rig);
        await rig.LogAsync(5, 1);
        await held.Reached.Task;

        await rig.ChangeAsync(subscription.Id, "replayed", stored => stored with { Cursor = 2 });
        held.Released.SetResult();
        await rig.UntilAsync(subscription, stored => stored.Cursor == 5);

        Assert.Equal([1, 2, 3, 4, 5, 3, 4, 5], rig.At("/hook"));
    }

    [Fact]
    public async Task Disabled_ByAnAnswerWhileAPersonPausedIt_StaysPaused()
    {
        await using var rig = await WebhookRig.StartAsync();
        var held = Hold(rig, status: 410);
        var subscription = await rig.SubscribeAsync("/hook");
        await rig.LogAsync(1, 1);
        await held.Reached.Task;

        await rig.ChangeAsync(subscription.Id, "paused", stored => stored with { State = SubscriptionState.Paused });
        held.Released.SetResult();
        await rig.UntilAsync(subscription, stored => stored.Failures == 1);

        Assert.Equal(SubscriptionState.Paused, (await rig.FindAsync(subscription)).State);
        Assert.DoesNotContain(await rig.Store.ListEventsAsync(subscription.Id, 10, Token), what => what.Action == "disabled");
    }

    [Fact]
    public async Task HeldByAnotherProcess_IsLeftToIt_UntilItIsGivenBack()
    {
        await using var rig = await WebhookRig.StartAsync();
        var subscription = rig.Webhook("/hook") with { State = SubscriptionState.Active };
        Assert.True(await rig.Store.TryAddAsync(subscription, WebhookRig.Event(subscription, "added"), Token));
        Assert.NotNull(await rig.Store.TakeAsync(subscription.Id, Stranger, TimeSpan.FromMinutes(5), Token));
        await rig.LogAsync(1, 3);
        var other = await rig.SubscribeAsync("/other");
        await rig.UntilAsync(other, stored => stored.Cursor == 3);
        Assert.Empty(rig.At("/hook"));

        await rig.Store.ReleaseAsync(subscription.Id, Stranger, Token);
        await rig.UntilAsync(subscription, stored => stored.Cursor == 3);

        Assert.Equal([1, 2, 3], rig.At("/hook"));
    }

    [Fact]
    public async Task Stopped_WhileAMessageIsUnderWay_FinishesItAndGivesTheSubscriptionBack()
    {
        await using var rig = await WebhookRig.StartAsync();
        var held = Hold(rig);
        var subscription = await rig.SubscribeAsync("/hook");
        await rig.LogAsync(1, 3);
        await held.Reached.Task;

        var stopping = rig.StopAsync();
        held.Released.SetResult();
        await stopping;

        Assert.Equal(1, (await rig.FindAsync(subscription)).Cursor);
        Assert.NotNull(await rig.Store.TakeAsync(subscription.Id, Stranger, TimeSpan.FromMinutes(5), Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lost_WhileAReceiverHangs_EndsTheMessageAtOnce_AndIsNoFailure(bool removed)
    {
        var time = new FakeTimeProvider(Some.Time());
        await using var rig = await WebhookRig.StartAsync(time, ("Webhooks:Timeout", "00:00:30"));
        var hungUp = new TaskCompletionSource();
        rig.Receiver.On("/hook", async context =>
        {
            await HookReceiver.HangAsync(context);
            hungUp.SetResult();
        });
        var subscription = await rig.SubscribeAsync("/hook");
        await rig.LogAsync(1, 1);
        await WebhookRig.UntilAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(20));
                return rig.Receiver.CountAt("/hook") == 1;
            },
            "the receiver is asked");

        if (removed)
        {
            await rig.Store.RemoveAsync(subscription.Id, WebhookRig.Event(subscription, "removed"), Token);
        }
        else
        {
            await rig.ChangeAsync(subscription.Id, "paused", stored => stored with { State = SubscriptionState.Paused });
        }

        // Kept in hand by being taken again and again, which fails now.
        time.Advance(WebhookLease.Hold / 4);
        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);

        await rig.StopAsync();
        Assert.Empty(await rig.TriedAsync(subscription));
        Assert.Equal(removed ? null : 0, (await rig.Store.FindAsync(subscription.Id, Token))?.Failures);
    }

    // The first message from now on is answered when the test says so.
    private static (TaskCompletionSource Reached, TaskCompletionSource Released) Hold(WebhookRig rig, int status = 204)
    {
        var held = (Reached: new TaskCompletionSource(), Released: new TaskCompletionSource());
        rig.Receiver.InTurn(
            "/hook",
            async context =>
            {
                held.Reached.SetResult();
                await held.Released.Task;
                context.Response.StatusCode = status;
            },
            TestOrigin.Status(204));
        return held;
    }
}
