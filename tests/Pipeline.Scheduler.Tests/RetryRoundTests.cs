using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

/// <summary>The retry ledger over hours, with a clock that a test moves.</summary>
public sealed class RetryRoundTests
{
    private readonly FakeTimeProvider _time = new(Some.Noon);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_ThatKeepsFailing_IsSentBackWithGrowingDelays_AndIsADeadLetterAtTheLimit()
    {
        await using var fixture = await RetryFixture.StartAsync(_time, broker: false);
        await fixture.FailAsync();

        var waits = new List<TimeSpan>();
        while (fixture.Store.All[0] is { State: FailureState.Waiting } entry)
        {
            waits.Add(entry.DueAt - entry.LastFailedAt);
            _time.SetUtcNow(entry.DueAt.AddMilliseconds(-1));
            await fixture.RoundAsync();
            Assert.Equal(entry, fixture.Store.All[0]);
            _time.Advance(TimeSpan.FromMilliseconds(1));
            await fixture.RoundAsync();
            await fixture.UntilAsync(() => fixture.Store.All[0].Failures > entry.Failures);
        }

        var dead = fixture.Store.All[0];
        Assert.Equal((FailureState.Dead, 8, 16), (dead.State, dead.Attempts, fixture.Deliveries.All.Count));
        Assert.Equal(7, waits.Count);
        Assert.All(waits.Zip(waits.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.InRange(_time.GetUtcNow() - Some.Noon, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(77));
        Assert.Single(fixture.Deliveries.All.Select(delivery => delivery.MessageId).Distinct());
    }

    [Fact]
    public async Task Message_DuringAnOutageOfHours_IsNeverADeadLetter_AndGoesWellAfterIt()
    {
        await using var fixture = await RetryFixture.StartAsync(_time, broker: false);
        await fixture.FailAsync(() => new TimeoutException("The store is away."));

        var end = Some.Noon.AddHours(6);
        while (_time.GetUtcNow() < end)
        {
            var failures = fixture.Store.All[0].Failures;
            _time.Advance(TimeSpan.FromMinutes(15));
            await fixture.RoundAsync();
            await fixture.UntilAsync(() => fixture.Store.All[0].Failures > failures);
        }

        Assert.Equal((FailureState.Waiting, 0), (fixture.Store.All[0].State, fixture.Store.All[0].Attempts));
        Assert.InRange(fixture.Store.All[0].DueAt - _time.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(72));
        fixture.Deliveries.Fault = null;
        _time.SetUtcNow(fixture.Store.All[0].DueAt);
        await fixture.RoundAsync();
        await fixture.UntilAsync(() => fixture.Store.All[0].State == FailureState.Replayed);
    }

    [Fact]
    public async Task Message_WhoseSchedulerDiedAfterTakingIt_IsSentAgain()
    {
        await using var fixture = await RetryFixture.StartAsync(_time, broker: false);
        var entry = await fixture.FailAsync();
        fixture.Deliveries.Fault = null;
        _time.SetUtcNow(entry.DueAt);
        await fixture.Store.TakeDueAsync(_time.GetUtcNow(), RetryRound.Hold, 10, Token);

        await fixture.RoundAsync();
        Assert.Equal(2, fixture.Deliveries.All.Count);
        _time.Advance(RetryRound.Hold);
        await fixture.RoundAsync();

        await fixture.UntilAsync(() => fixture.Store.All[0].State == FailureState.Replayed);
        Assert.Equal(3, fixture.Deliveries.All.Count);
    }

    [Fact]
    public async Task Entry_ThatEndedLongAgo_IsTrimmed()
    {
        await using var fixture = await RetryFixture.StartAsync(_time, broker: false);
        var entry = await fixture.FailAsync();
        fixture.Deliveries.Fault = null;
        _time.SetUtcNow(entry.DueAt);
        await fixture.RoundAsync();
        await fixture.UntilAsync(() => fixture.Store.All[0].State == FailureState.Replayed);

        _time.Advance(TimeSpan.FromDays(14));
        await fixture.RoundAsync();
        Assert.Single(fixture.Store.All);
        _time.Advance(TimeSpan.FromMinutes(11));
        await fixture.RoundAsync();

        Assert.Empty(fixture.Store.All);
    }
}
