using System.Globalization;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests.Content;

public sealed class DigestDueTests
{
    // A daily one comes at seven.
    [Theory]
    [InlineData("2026-03-02T07:00:00Z", null, "2026-03-02T06:59:59Z", null)]
    [InlineData("2026-03-02T07:00:00Z", null, "2026-03-02T07:00:00Z", 0)]
    [InlineData("2026-03-02T07:00:00Z", null, "2026-03-02T09:00:00Z", 120)]
    [InlineData("2026-03-02T07:09:00Z", "2026-03-02T07:01:00Z", "2026-03-02T07:05:00Z", 4)]
    [InlineData("2026-03-02T07:09:00Z", "2026-03-02T07:01:00Z", "2026-03-02T07:10:00Z", 9)]
    public void Digest_WaitsSinceItWasDue_OrFirstFailedWhenItWasPutOff(string due, string? failing, string now, int? minutes)
        => Assert.Equal(minutes, DigestDue.Waiting(Digest(due, failing), At(now))?.TotalMinutes);

    [Theory]
    [InlineData("2026-03-02T08:00:00Z", null)]
    [InlineData("2026-03-03T07:01:00Z", 1)]
    public void Digest_ThatItsReadersServerRefused_WaitsAgainFromItsNextTimeOn(string now, int? minutes)
        => Assert.Equal(minutes, DigestDue.Waiting(Digest("2026-03-03T07:00:00Z", failing: "2026-03-02T07:01:00Z"), At(now))?.TotalMinutes);

    [Theory]
    [InlineData(SubscriptionState.Pending)]
    [InlineData(SubscriptionState.Paused)]
    [InlineData(SubscriptionState.Disabled)]
    public void Digest_ThatIsNotActive_DoesNotWait(SubscriptionState state)
        => Assert.Null(DigestDue.Waiting(Digest("2026-03-02T07:00:00Z", null) with { State = state }, At("2026-03-02T09:00:00Z")));

    [Fact]
    public void Webhook_IsNoDigest() => Assert.Null(DigestDue.Waiting(SomeSubscription.Webhook(), Some.Time(60)));

    private static Subscription Digest(string due, string? failing) => SomeSubscription.Digest() with
    {
        DueAt = At(due),
        FailingSince = failing is null ? null : At(failing),
        Failures = failing is null ? 0 : 1,
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
