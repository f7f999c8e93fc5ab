using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests;

/// <summary>Processes that die between a change of a subscription and the last of what belongs to it; here the server refuses what comes next.</summary>
public sealed class SubscriptionCrashTests : IAsyncLifetime
{
    private MongoTestStore _store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ISubscriptionStore Subscriptions => _store.Port<ISubscriptionStore>();

    public async ValueTask InitializeAsync() => _store = await MongoTestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Death_AfterAdding_LeavesTheSubscription_AndTellsOfItOnce()
    {
        await DieAsync(() => Subscriptions.TryAddAsync(SomeSubscription.Webhook(), SomeSubscription.Event(), Token));

        Assert.NotNull(await Subscriptions.FindAsync(SomeSubscription.Id(), Token));
        Assert.Equal(["added"], await ActionsAsync(SomeSubscription.Id()));
        Assert.Equal(["added"], await ActionsAsync(null));
    }

    [Fact]
    public async Task Death_AfterAChange_LeavesTheChange_AndTellsOfItOnce()
    {
        await Subscriptions.TryAddAsync(SomeSubscription.Webhook(), SomeSubscription.Event(), Token);

        await DieAsync(() => Subscriptions.UpdateAsync(SomeSubscription.Webhook(cursor: 5), SomeSubscription.Event(2, minutes: 1, action: "replayed"), Token));
        Assert.True(await Subscriptions.UpdateAsync(
            SomeSubscription.Webhook(cursor: 6) with { Sequence = 1 }, SomeSubscription.Event(3, minutes: 2, action: "paused"), Token));

        Assert.Equal(6, (await Subscriptions.FindAsync(SomeSubscription.Id(), Token))!.Cursor);
        Assert.Equal(["paused", "replayed", "added"], await ActionsAsync(SomeSubscription.Id()));
    }

    [Fact]
    public async Task Death_AfterARemoval_IsSeenByNobody_AndFinishedByWhoReadsWhatWasDone()
    {
        await Subscriptions.TryAddAsync(SomeSubscription.Webhook(name: "a"), SomeSubscription.Event(), Token);
        await _store.Port<IDeliveryAttempts>().AddAsync([SomeSubscription.Attempt()], Token);

        await DieAsync(() => Subscriptions.RemoveAsync(SomeSubscription.Id(), SomeSubscription.Event(2, minutes: 1, action: "removed"), Token));

        Assert.Null(await Subscriptions.FindAsync(SomeSubscription.Id(), Token));
        Assert.Null(await Subscriptions.FindByNameAsync("a", Token));
        Assert.Empty(await Subscriptions.ListAsync(Token));
        Assert.Empty(await Subscriptions.ListDueAsync(SubscriptionKind.Webhook, Some.Time(60), long.MaxValue, 10, Token));
        Assert.Null(await Subscriptions.TakeAsync(SomeSubscription.Id(), SomeSource.Id(1), TimeSpan.FromMinutes(1), Token));
        Assert.False(await Subscriptions.UpdateAsync(SomeSubscription.Webhook(cursor: 5), null, Token));
        Assert.True(await Subscriptions.TryAddAsync(SomeSubscription.Webhook(2, "a"), SomeSubscription.Event(3, 2), Token));

        Assert.Equal(["removed", "added"], await ActionsAsync(SomeSubscription.Id()));
        Assert.Equal(1, await _store.Database.GetCollection<BsonDocument>("subscriptions").CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
        Assert.Equal(0, await _store.Database.GetCollection<BsonDocument>("deliveryAttempts").CountDocumentsAsync(new BsonDocument(), cancellationToken: Token));
    }

    // From then on until it has failed, what was done cannot be moved to its place.
    private async Task DieAsync(Func<Task> work)
    {
        await RefuseAsync(new BsonDocument("never", 1));
        await Assert.ThrowsAnyAsync<MongoException>(work);
        await RefuseAsync([]);
    }

    private async Task RefuseAsync(BsonDocument allUnless)
        => await _store.Database.RunCommandAsync<BsonDocument>(new BsonDocument { { "collMod", "subscriptionEvents" }, { "validator", allUnless } }, cancellationToken: Token);

    private async Task<IEnumerable<string>> ActionsAsync(Guid? id)
        => (await Subscriptions.ListEventsAsync(id, 10, Token)).Select(what => what.Action);
}
