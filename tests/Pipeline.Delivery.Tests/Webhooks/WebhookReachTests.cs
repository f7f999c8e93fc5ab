using Microsoft.Extensions.Time.Testing;
using Pipeline.Delivery.Webhooks;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookReachTests
{
    private readonly FakeTimeProvider _time = new(Some.Time());
    private readonly WebhookReach _reach;

    public WebhookReachTests() => _reach = new(_time);

    [Fact]
    public void Place_IsTheStoredOne_UntilSomethingWasPassed()
    {
        var subscription = SomeSubscription.Webhook(cursor: 7);
        Assert.Equal((7, false), (_reach.Of(subscription), _reach.IsToSave(subscription)));

        _reach.Pass(subscription, 9);

        Assert.Equal(9, _reach.Of(subscription));
    }

    [Fact]
    public void Place_OfASubscriptionThatWasWrittenSince_IsTheStoredOne()
    {
        _reach.Pass(SomeSubscription.Webhook(), 9);

        Assert.Equal(2, _reach.Of(SomeSubscription.Webhook(cursor: 2) with { Sequence = 1 }));
        Assert.Equal(0, _reach.Of(SomeSubscription.Webhook(2)));
    }

    [Theory]
    [InlineData(WebhookReach.MostEntries - 1, false)]
    [InlineData(WebhookReach.MostEntries, true)]
    public void Place_ThatIsFarAhead_IsToBeWrittenDown(long ahead, bool expected)
    {
        var subscription = SomeSubscription.Webhook(cursor: 5);

        _reach.Pass(subscription, 5 + ahead);

        Assert.Equal(expected, _reach.IsToSave(subscription));
    }

    [Fact]
    public void Place_ThatIsKeptForLong_IsToBeWrittenDown_HoweverOftenItMoved()
    {
        var subscription = SomeSubscription.Webhook();
        _reach.Pass(subscription, 1);
        _time.Advance(WebhookReach.LongestTime - TimeSpan.FromMilliseconds(1));
        _reach.Pass(subscription, 2);
        Assert.False(_reach.IsToSave(subscription));

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(_reach.IsToSave(subscription));
    }

    [Fact]
    public void KeepOnly_ForgetsTheOthers()
    {
        _reach.Pass(SomeSubscription.Webhook(1), 3);
        _reach.Pass(SomeSubscription.Webhook(2), 3);

        _reach.KeepOnly([SomeSubscription.Id(2)]);

        Assert.Equal((0, 3), (_reach.Of(SomeSubscription.Webhook(1)), _reach.Of(SomeSubscription.Webhook(2))));
    }
}
