using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Tests.Digests.Support;

namespace Pipeline.Delivery.Tests.Digests;

public sealed class DigestPostTests
{
    [Fact]
    public async Task Mails_AreCountedByWhatBecameOfThem()
    {
        using var metrics = new RecordedMetrics(InstrumentNames.Mails);
        var server = new FakeMailServer();
        server.Answer(
            new(MailOutcomeKind.Taken, 250, "OK"),
            new(MailOutcomeKind.Away, Note: "no", Fault: MailFault.LogOn),
            new(MailOutcomeKind.Refused, 550, "no such reader", MailFault.Refused));
        var post = new DigestPost(server, TimeProvider.System);

        for (var mail = 0; mail < 3; mail++)
        {
            await post.SendAsync(SomeMail.To("ann@example.org"), TestContext.Current.CancellationToken);
        }

        Assert.Equal(["sent", "failed log-on", "failed refused"], metrics.Counted);
    }
}
