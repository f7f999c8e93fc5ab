using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;
using Pipeline.Testing;

namespace Pipeline.Delivery.Tests;

public sealed class ChangeTrimmingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_OlderThanTheyAreKept_AreForgotten()
    {
        var time = new FakeTimeProvider(Some.Time());
        await using var delivery = await DeliveryProcess.StartAsync(time, ("Delivery:KeepChanges", "1.00:00:00"), ("Delivery:TrimEvery", "00:10:00"));
        await delivery.Log.AppendAsync([SomeChange.New(1), SomeChange.New(2, minutes: 60)], Token);

        time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(2, (await delivery.ReadAsync()).Count);
        await Eventually.TrueAsync(
            async () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return (await delivery.Log.ReadAsync(0, ChangeFilter.All, 10, Token)).Trimmed == 1;
            },
            TimeSpan.FromSeconds(20), () => "the first is trimmed", Token);

        Assert.Equal([2], (await delivery.ReadAsync()).Select(change => change.Sequence));
    }
}
