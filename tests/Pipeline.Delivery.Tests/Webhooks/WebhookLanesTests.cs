using Microsoft.Extensions.Options;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookLanesTests
{
    [Fact]
    public void Places_AreBoundedApart()
    {
        using var lanes = Create(swift: 1, slow: 2);

        Assert.NotNull(lanes.TryEnter(slow: false));
        Assert.Null(lanes.TryEnter(slow: false));
        Assert.NotNull(lanes.TryEnter(slow: true));
        Assert.NotNull(lanes.TryEnter(slow: true));
        Assert.Null(lanes.TryEnter(slow: true));
    }

    [Fact]
    public void Place_ThatGivesWay_MakesRoomAmongTheQuickAndTakesItAmongTheSlow()
    {
        using var lanes = Create(swift: 1, slow: 1);
        using var place = lanes.TryEnter(slow: false)!;

        Assert.True(place.TryGiveWay());
        Assert.False(place.TryGiveWay());

        Assert.True(place.IsSlow);
        Assert.Null(lanes.TryEnter(slow: true));
        Assert.NotNull(lanes.TryEnter(slow: false));
    }

    [Fact]
    public void Place_ThatFindsNoRoomAmongTheSlow_StaysWhereItIs()
    {
        using var lanes = Create(swift: 1, slow: 1);
        using var other = lanes.TryEnter(slow: true)!;
        var place = lanes.TryEnter(slow: false)!;

        Assert.False(place.TryGiveWay());
        Assert.True(place.WasSlow);
        Assert.Null(lanes.TryEnter(slow: false));

        place.Dispose();
        Assert.NotNull(lanes.TryEnter(slow: false));
    }

    [Fact]
    public void Place_AmongTheSlow_WasNotSlowUntilItHadToGiveWay()
    {
        using var lanes = Create(swift: 1, slow: 1);
        using var place = lanes.TryEnter(slow: true)!;
        Assert.False(place.WasSlow);

        place.TryGiveWay();

        Assert.True(place.WasSlow);
    }

    private static WebhookLanes Create(int swift, int slow)
        => new(Options.Create(new WebhookOptions { Concurrency = swift, SlowConcurrency = slow }));
}
