using Pipeline.BuildingBlocks.Failures;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests;

/// <summary>The retry ledger over seconds, with the real clock, over both transports.</summary>
public sealed class RetryServiceTests
{
    private static readonly (string, string)[] Fast =
        [("Scheduler:ScheduleEvery", "00:00:00.100"), ("Ledger:Delay", "00:00:00.200"), ("Ledger:Attempts", "3"), ("Ledger:DependencyDelay", "00:00:00.200")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Message_ThatGoesWellLater_IsTheSameMessage_AndIsKeptAsReplayed(bool broker)
    {
        await using var fixture = await StartAsync(broker);
        using var service = fixture.CreateService();
        await fixture.FailAsync();
        fixture.Deliveries.Fault = null;

        await service.StartAsync(Token);
        fixture.Started();
        await fixture.UntilAsync(() => fixture.Store.All[0].State == FailureState.Replayed);
        await service.StopAsync(Token);

        var (first, last) = (fixture.Deliveries.All.First(), fixture.Deliveries.All.Last());
        Assert.Equal((first.PaperId, first.MessageId), (last.PaperId, last.MessageId));
        Assert.Equal(("1", fixture.Store.All[0].Id.ToString("D")), (last.Headers[FailureHeaders.Attempt], last.Headers[FailureHeaders.Entry]));
        Assert.DoesNotContain(last.Headers.Keys, name => name.StartsWith("MT-Fault", StringComparison.Ordinal));
        Assert.Equal(["failed", "sent", "succeeded"], fixture.Store.All[0].Acts.Select(act => act.What));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Message_ThatNeverGoesWell_IsADeadLetterInTheEnd(bool broker)
    {
        await using var fixture = await StartAsync(broker);
        using var service = fixture.CreateService();
        await fixture.FailAsync();

        await service.StartAsync(Token);
        fixture.Started();
        await fixture.UntilAsync(() => fixture.Store.All[0].State == FailureState.Dead);
        await service.StopAsync(Token);

        Assert.Equal(3, fixture.Store.All[0].Attempts);
        Assert.Equal(6, fixture.Deliveries.All.Count);
    }

    [Fact]
    public async Task TwoSchedulers_SendEachMessageOnce()
    {
        await using var fixture = await StartAsync(broker: false);
        using var one = fixture.CreateService();
        using var two = fixture.CreateService();
        await fixture.FailAsync();
        fixture.Deliveries.Fault = null;

        await one.StartAsync(Token);
        await two.StartAsync(Token);
        fixture.Started();
        await fixture.UntilAsync(() => fixture.Store.All[0].State == FailureState.Replayed);
        await one.StopAsync(Token);
        await two.StopAsync(Token);

        Assert.Equal(["failed", "sent", "succeeded"], fixture.Store.All[0].Acts.Select(act => act.What));
    }

    [Theory]
    [InlineData(true, FailureState.Replayed)]
    [InlineData(false, FailureState.Sent)]
    public async Task MessageOnItsWay_WhenItsQueueDiedWithTheLastProcess_IsSentAgain(bool resumeAtStart, FailureState expected)
    {
        await using var fixture = await StartAsync(broker: false, ("Scheduler:ResumeAtStart", $"{resumeAtStart}"));
        var entry = await fixture.FailAsync();
        fixture.Deliveries.Fault = null;
        await fixture.Store.UpdateAsync(entry with { State = FailureState.Sent }, Token);
        await fixture.Ledger.ChangeAsync(entry.Id, stored => stored with { ByHand = true }, Token);
        using var service = fixture.CreateService();

        await service.StartAsync(Token);
        fixture.Started();
        await fixture.UntilAsync(() => fixture.Store.All[0].State == expected);
        await service.StopAsync(Token);
    }

    [Fact]
    public async Task Message_WhoseQueueIsGone_IsADeadLetterThatSaysSo()
    {
        await using var fixture = await StartAsync(broker: true);
        var entry = await fixture.FailAsync();
        await fixture.Ledger.ChangeAsync(entry.Id, stored => stored with { Queue = $"{stored.Queue}-of-old", DueAt = Some.Noon }, Token);

        await fixture.RoundAsync();

        Assert.Equal(FailureState.Dead, fixture.Store.All[0].State);
        Assert.Contains("-of-old", fixture.Store.All[0].Reason, StringComparison.Ordinal);
    }

    private static Task<RetryFixture> StartAsync(bool broker, params (string, string)[] more)
        => RetryFixture.StartAsync(TimeProvider.System, broker, [.. Fast, .. more]);
}
