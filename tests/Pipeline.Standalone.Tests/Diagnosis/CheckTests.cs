using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Standalone.Diagnosis;

namespace Pipeline.Standalone.Tests.Diagnosis;

public sealed class CheckTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(99_999_999, nameof(Severity.Failed))]
    [InlineData(100_000_000, nameof(Severity.Warning))]
    [InlineData(999_999_999, nameof(Severity.Warning))]
    [InlineData(1_000_000_000, nameof(Severity.Ok))]
    public void Space_IsJudged(long free, string expected)
        => Assert.Equal(expected, DataDirectoryCheck.Judge("/data", free).Severity.ToString());

    [Theory]
    [InlineData(2, nameof(Severity.Ok))]
    [InlineData(-2.1, nameof(Severity.Warning))]
    [InlineData(60, nameof(Severity.Warning))]
    [InlineData(60.1, nameof(Severity.Failed))]
    public void Clock_IsJudgedInBothDirections(double seconds, string expected)
        => Assert.Equal(expected, StoreCheck.JudgeClock(TimeSpan.FromSeconds(seconds)).Severity.ToString());

    [Theory]
    [InlineData(QueueState.Right, 1u, nameof(Severity.Ok))]
    [InlineData(QueueState.Right, 0u, nameof(Severity.Warning))]
    [InlineData(QueueState.Missing, 0u, nameof(Severity.Warning))]
    [InlineData(QueueState.Different, 0u, nameof(Severity.Failed))]
    public void Queue_IsJudgedByItsFormAndItsWorkers(QueueState state, uint consumers, string expected)
        => Assert.Equal(expected, BrokerCheck.Judge(new QueueCondition("extract-claims", state, 3, consumers)).Severity.ToString());

    [Theory]
    [InlineData(QueueState.Right, nameof(Severity.Ok))]
    [InlineData(QueueState.Missing, nameof(Severity.Warning))]
    [InlineData(QueueState.Different, nameof(Severity.Failed))]
    public void Exchange_IsJudgedByItsForm(QueueState state, string expected)
        => Assert.Equal(expected, BrokerCheck.Judge(new ExchangeCondition("papers", state)).Severity.ToString());

    [Theory]
    [InlineData(15, nameof(Severity.Ok))]
    [InlineData(16, nameof(Severity.Warning))]
    public void Waiting_IsJudgedByTheOldest(int minutes, string expected)
        => Assert.Equal(expected, WorkCheck.Judge(new StageBacklog(StageNames.Claims, 1, Noon.AddMinutes(-minutes)), Noon).Severity.ToString());

    [Theory]
    [InlineData(0, 7, nameof(Severity.Ok))]
    [InlineData(1, 0, nameof(Severity.Warning))]
    public void Failures_AreJudgedByTheDeadOnes(int dead, int retried, string expected)
        => Assert.Equal(expected, WorkCheck.JudgeFailures(dead, retried).Severity.ToString());

    [Theory]
    [InlineData(SubscriptionState.Active, 2, null, nameof(Severity.Ok))]
    [InlineData(SubscriptionState.Active, 3, null, nameof(Severity.Warning))]
    [InlineData(SubscriptionState.Paused, 0, null, nameof(Severity.Ok))]
    [InlineData(SubscriptionState.Pending, 0, null, nameof(Severity.Ok))]
    [InlineData(SubscriptionState.Disabled, 0, DigestConsent.Unsubscribed, nameof(Severity.Ok))]
    [InlineData(SubscriptionState.Disabled, 0, "the endpoint answered 410", nameof(Severity.Warning))]
    public void Subscription_IsJudgedByItsStateAndItsFailures(SubscriptionState state, int failures, string? reason, string expected)
    {
        var subscription = new Subscription
        {
            Id = DeterministicId.From("subscription"), Name = "a", State = state, Reason = reason, CreatedAt = Noon, Cursor = 0, Failures = failures, FailingSince = Noon,
        };

        Assert.Equal(expected, WorkCheck.Judge(subscription).Severity.ToString());
    }

    [Theory]
    [InlineData(null, nameof(Severity.Ok), null)]
    [InlineData(MailFault.Unreachable, nameof(Severity.Failed), "Smtp:Port")]
    [InlineData(MailFault.Tls, nameof(Severity.Failed), "Smtp:TrustedCertificate")]
    [InlineData(MailFault.LogOn, nameof(Severity.Failed), "Smtp:Password")]
    public void MailServer_IsJudgedByWhatIsWrongWithIt(MailFault? fault, string severity, string? key)
    {
        var finding = MailCheck.Judge(new MailServerCondition("mail.example.org:587, StartTls", LoggedOn: fault is null, fault, fault is null ? null : "why"));

        Assert.Equal(severity, finding.Severity.ToString());
        Assert.StartsWith("mail.example.org:587, StartTls", finding.Text, StringComparison.Ordinal);
        Assert.Equal(key is null, finding.Fix is null);
        Assert.Contains(key ?? "", finding.Fix ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_ThatAreNotOk_SayWhatToDo()
        => Assert.All(
            [DataDirectoryCheck.Judge("/data", 0), StoreCheck.JudgeClock(TimeSpan.FromHours(1)), BrokerCheck.Judge(new QueueCondition("q", QueueState.Different, 0, 0))],
            finding => Assert.NotEmpty(finding.Fix!));
}
