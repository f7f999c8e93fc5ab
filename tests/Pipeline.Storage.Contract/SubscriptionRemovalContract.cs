using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Storage.Contract;

/// <summary>What is sent for a subscription while somebody removes it leaves nothing behind.</summary>
public abstract class SubscriptionRemovalContract : StoreContract
{
    private const int Rounds = 25;

    private int _events;

    [Fact]
    public async Task Attempts_OfASubscriptionThatWasRemoved_DoNotStay_ThoseOfOthersDo()
    {
        await GivenSubscriptionsAsync();
        Assert.True(await RemoveAsync());

        await Attempts.AddAsync([SomeSubscription.Attempt(1), SomeSubscription.Attempt(2, subscription: 2)], Token);

        Assert.Equal((0, false, 0), await RemainsAsync(1));
        Assert.Equal(1, (await RemainsAsync(2)).Attempts);
    }

    [Fact]
    public async Task Issue_OfASubscriptionThatWasRemoved_IsNotKept()
    {
        await GivenSubscriptionsAsync();
        Assert.NotNull(await Digests.KeepAsync(SomeSubscription.Issue(1, 1, "a"), Token));
        Assert.True(await RemoveAsync());

        Assert.Null(await Digests.KeepAsync(SomeSubscription.Issue(1, 1, "a"), Token));
        Assert.Null(await Digests.KeepAsync(SomeSubscription.Issue(2, 1, "b"), Token));
        await Digests.MarkSentAsync(SomeSubscription.Id(), 1, Some.Time(), Token);

        Assert.Equal((0, false, 0), await RemainsAsync(1));
    }

    [Fact]
    public async Task Removal_BesideWritersAtTheSameTime_LeavesNothing()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var number = 1 + round;
            Assert.True(await Subscriptions.TryAddAsync(SomeSubscription.Digest(number), SomeSubscription.Event(++_events, number), Token));

            await Task.WhenAll(
                Task.Run(() => Attempts.AddAsync([.. Enumerable.Range(1, 5).Select(n => SomeSubscription.Attempt((100 * number) + n, number))], Token), Token),
                Task.Run(() => Digests.KeepAsync(SomeSubscription.Issue(1, number, "a"), Token), Token),
                Task.Run(() => Attempts.AddAsync([SomeSubscription.Attempt((100 * number) + 50, number)], Token), Token),
                Task.Run(() => RemoveAsync(number), Token));

            Assert.Equal((0, false, 0), await RemainsAsync(number));
        }
    }

    private Task<bool> RemoveAsync(int number = 1)
        => Subscriptions.RemoveAsync(SomeSubscription.Id(number), SomeSubscription.Event(1000 + ++_events, number, action: "removed"), Token);

    private async Task<(int Attempts, bool Issue, int Told)> RemainsAsync(int number) => (
        (await Attempts.ListAsync(SomeSubscription.Id(number), false, 10, Token)).Count,
        await Digests.FindLastAsync(SomeSubscription.Id(number), Token) is not null,
        (await Digests.FindToldAsync(SomeSubscription.Id(number), ["a", "b"], Token)).Count);
}
