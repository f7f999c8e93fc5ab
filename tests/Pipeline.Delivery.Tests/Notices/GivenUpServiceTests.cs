using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Tests.Digests.Support;
using Pipeline.Delivery.Tests.Support;
using Pipeline.TestOrigins;

namespace Pipeline.Delivery.Tests.Notices;

/// <summary>A webhook that is given up, and whoever is told of it, as in production but for the mail server.</summary>
[Collection(nameof(RecordedMetrics))]
public sealed class GivenUpServiceTests
{
    private static readonly (string, string)[] Mail = [("Smtp:Host", "localhost"), ("Smtp:From", "pipeline@example.org"), ("Public:Url", "https://papers.example.org"), ("Digest:CheckEvery", "00:00:01")];

    [Fact]
    public async Task Webhook_ThatWantsNoMore_IsToldOfByMail()
    {
        await using var rig = await WebhookRig.StartAsync([.. Mail, ("Webhooks:NotifyMail", "ops@example.org")]);
        rig.Receiver.On("/gone", TestOrigin.Status(410));
        var gone = await rig.SubscribeAsync("/gone");

        await rig.LogAsync(1, 1);
        await rig.UntilAsync(gone, stored => stored is { State: SubscriptionState.Disabled, NotifyAt: null });

        var mail = Assert.Single(rig.Mail.Mails);
        Assert.Equal(("ops@example.org", "Webhook “/gone” was given up"), (mail.To, mail.Content.Subject));
        Assert.Contains("the endpoint answered 410", mail.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_ThatIsGivenUpWhereNobodyIsToBeTold_IsNotToldOf()
    {
        await using var rig = await WebhookRig.StartAsync(Mail);
        rig.Receiver.On("/gone", TestOrigin.Status(410));
        var gone = await rig.SubscribeAsync("/gone");

        await rig.LogAsync(1, 1);
        await rig.UntilAsync(gone, stored => stored.State == SubscriptionState.Disabled);

        Assert.Null((await rig.FindAsync(gone)).NotifyAt);
    }
}
