using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Tests.Digests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests;

// Whoever runs the dispatcher writes the one metric of this process.
[Collection(nameof(RecordedMetrics))]
public sealed class DigestDispatcherTests
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(3);

    [Fact]
    public async Task Digest_ThatIsDue_IsSent_AlsoBesideOneThatCannotBe()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(one => one with { Id = SomeSubscription.Id(2), Name = "broken", Digest = one.Digest! with { Key = "%" }, DueAt = Some.Time(-1) });
        await digests.GivenAsync();
        await digests.PublishAsync(1);

        await digests.StartAsync();
        await digests.UntilAsync(() => digests.Mails.Count > 0);

        Assert.Equal($"digest.{SomeSubscription.Id():N}.1", digests.Mails[0].Key);
        var broken = await digests.Subscriptions.FindAsync(SomeSubscription.Id(2), TestContext.Current.CancellationToken);
        Assert.InRange(broken!.Failures, 1, int.MaxValue);
    }

    [Fact]
    public async Task Nothing_IsSentWithoutAMailServer()
    {
        await using var digests = await DigestProcess.CreateAsync(host: "");
        await digests.GivenAsync();
        await digests.PublishAsync(1);

        await digests.StartAsync();
        await PassAsync(digests);

        Assert.Empty(digests.Mails);
        Assert.Equal((false, "No mail can be sent: set Smtp:Host, Smtp:From and Public:Url."), await TestAsync(digests));
    }

    [Fact]
    public async Task Nothing_IsSentWhileTheStageIsPaused()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1);
        digests.Port<PausedStages>().Set([new() { Stage = PipelineStage.Deliver, Since = Some.Time(), By = "ann" }]);
        await digests.StartAsync();
        await PassAsync(digests);
        Assert.Empty(digests.Mails);

        digests.Port<PausedStages>().Set([]);
        await digests.UntilAsync(() => digests.Mails.Count > 0);
    }

    [Fact]
    public async Task Metric_SaysHowLongADigestHasWaited_AndNothingWhenItWasSent()
    {
        using var metrics = new RecordedMetrics(InstrumentNames.DigestsOldestDue);
        await using var digests = await DigestProcess.CreateAsync();
        digests.Server.Answer(Enumerable.Repeat(new MailOutcome(MailOutcomeKind.Away, Note: "no", Fault: MailFault.Unreachable), 10_000));
        await digests.GivenAsync();
        await digests.PublishAsync(1);

        await digests.StartAsync();
        await digests.UntilAsync(() => metrics.Gauge() >= TimeSpan.FromHours(1).TotalSeconds);
        digests.Server.Recover();
        await digests.UntilAsync(() => metrics.Gauge() == 0);
    }

    private static Task PassAsync(DigestProcess digests)
    {
        var end = digests.Time.GetUtcNow() + Days;
        return digests.UntilAsync(() => digests.Time.GetUtcNow() > end);
    }

    private static async Task<(bool Delivered, string? Note)> TestAsync(DigestProcess digests)
    {
        var attempt = await digests.Test.SendAsync(await digests.StoredAsync(), TestContext.Current.CancellationToken);
        return (attempt.Delivered, attempt.Note);
    }
}
