using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Failures;

public sealed class FailurePlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly LedgerOptions Options = new() { Attempts = 3, Delay = TimeSpan.FromSeconds(30), MaxDelay = TimeSpan.FromMinutes(1) };

    [Fact]
    public void Next_AfterTheFirstFailure_WaitsAndCountsOne()
    {
        var next = Fail(null);

        Assert.Equal((FailureState.Waiting, 1, 1), (next.State, next.Attempts, next.Failures));
        Assert.InRange(next.DueAt - Now, TimeSpan.FromSeconds(24), TimeSpan.FromSeconds(36));
        Assert.Equal((Now, Now, "failed"), (next.FirstFailedAt, next.LastFailedAt, next.Acts[^1].What));
    }

    [Fact]
    public void Next_WhenTheLimitIsReached_IsADeadLetter_AndNotOneFailureBefore()
    {
        var second = Fail(Fail(null));
        var third = Fail(second with { Sequence = 7 }, at: Now.AddHours(1));

        Assert.Equal((FailureState.Waiting, FailureState.Dead), (second.State, third.State));
        Assert.Equal((3, Now, Now.AddHours(1), 7), (third.Attempts, third.FirstFailedAt, third.LastFailedAt, third.Sequence));
        Assert.Equal(["failed", "failed", "died"], third.Acts.Select(act => act.What));
    }

    [Theory]
    [InlineData(FailureCause.Permanent)]
    [InlineData(FailureCause.Skipped)]
    [InlineData(FailureCause.DeliveryLimit)]
    [InlineData(FailureCause.ErrorQueue)]
    public void Next_WhenTryingAgainIsOfNoUse_IsADeadLetterAtOnce(FailureCause cause)
        => Assert.Equal(FailureState.Dead, Fail(null, cause).State);

    [Fact]
    public void Next_WhenADependencyIsDown_NeverCounts_AndWaitsAMinuteAtMost()
    {
        FailedMessage? known = null;
        for (var failure = 1; failure <= 50; failure++)
        {
            known = Fail(known, FailureCause.DependencyDown);
        }

        Assert.Equal((FailureState.Waiting, 0, 50), (known!.State, known.Attempts, known.Failures));
        Assert.InRange(known.DueAt - Now, TimeSpan.FromSeconds(48), TimeSpan.FromSeconds(72));
        Assert.InRange(Fail(null, FailureCause.DependencyDown).DueAt - Now, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
        Assert.Equal(1, Fail(known).Attempts);
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(7200, 7200)]
    [InlineData(-5, 0)]
    [InlineData(999_999, 604_800)]
    public void Next_WhenSomebodyAskedForPatience_WaitsSoLong(int asked, int expected)
    {
        var next = FailurePlan.Next(null, Some.Failure(FailureCause.Throttled), TimeSpan.FromSeconds(asked), Options, Now);

        Assert.Equal((FailureState.Waiting, Now.AddSeconds(expected), 1), (next.State, next.DueAt, next.Attempts));
    }

    [Fact]
    public void Next_WhenAPersonAskedForTheReplay_IsADeadLetterAgain_ButNotForADependency()
    {
        var replayed = Fail(null) with { ByHand = true, State = FailureState.Sent };

        Assert.Equal((FailureState.Dead, false), (Fail(replayed).State, Fail(replayed).ByHand));
        Assert.Equal((FailureState.Waiting, true), (Fail(replayed, FailureCause.DependencyDown).State, Fail(replayed, FailureCause.DependencyDown).ByHand));
    }

    [Fact]
    public void Next_OfWhatHadEnded_BeginsToCountAnew()
    {
        var ended = Fail(Fail(null)) with { State = FailureState.Replayed };

        Assert.Equal((1, 3), (Fail(ended).Attempts, Fail(ended).Failures));
    }

    [Fact]
    public void Wait_GrowsWithEachAttemptUpToTheLongest_AndDiffersBetweenMessages()
    {
        var waits = Enumerable.Range(1, 40).Select(number => FailurePlan.Wait(Some.Failure(number: number) with { Attempts = 1, Failures = 1 }, null, Options)).ToList();
        var longest = FailurePlan.Wait(Some.Failure() with { Attempts = 1_000, Failures = 1_000 }, null, Options);

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromSeconds(24), TimeSpan.FromSeconds(36)));
        Assert.True(waits.Distinct().Count() > 20);
        Assert.InRange(longest, TimeSpan.FromSeconds(48), TimeSpan.FromSeconds(72));
    }

    [Fact]
    public void Acts_AreBounded_AndTheFirstStays()
    {
        FailedMessage? known = null;
        for (var failure = 0; failure < 80; failure++)
        {
            known = Fail(known, FailureCause.DependencyDown, Now.AddMinutes(failure));
        }

        Assert.Equal(FailedMessage.MaxActs, known!.Acts.Count);
        Assert.Equal((Now, Now.AddMinutes(79)), (known.Acts[0].At, known.Acts[^1].At));
    }

    private static FailedMessage Fail(FailedMessage? known, FailureCause cause = FailureCause.Transient, DateTimeOffset? at = null)
        => FailurePlan.Next(known, Some.Failure(cause), retryAfter: null, Options, at ?? Now);
}
