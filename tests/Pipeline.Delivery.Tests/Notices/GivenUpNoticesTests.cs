using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Notices;
using Pipeline.Delivery.Tests.Digests.Support;
using Pipeline.Delivery.Webhooks;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Notices;

public sealed class GivenUpNoticesTests
{
    private static readonly MailOutcome Away = new(MailOutcomeKind.Away, Note: "no", Fault: MailFault.Unreachable);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_ThatWasGivenUp_IsToldOfOnce()
    {
        await using var digests = await GivenAsync();

        await Notices(digests).SendAsync(Token);
        digests.Time.Advance(TimeSpan.FromDays(2));
        await Notices(digests).SendAsync(Token);

        var mail = Assert.Single(digests.Mails);
        Assert.Equal(("ops@example.org", "Webhook “hook” was given up", false), (mail.To, mail.Content.Subject, mail.OfItsList));
        Assert.Null((await digests.StoredAsync()).NotifyAt);
    }

    [Fact]
    public async Task Webhook_ThatWasGivenUp_IsToldOfOnce_ByManyProcesses()
    {
        await using var digests = await GivenAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Notices(digests).SendAsync(Token), Token)));

        Assert.Single(digests.Mails);
    }

    [Fact]
    public async Task Mail_ThatIsNotTaken_IsTriedAgainAfterAWait()
    {
        await using var digests = await GivenAsync();
        digests.Server.Answer(Away);
        await Notices(digests).SendAsync(Token);
        digests.Time.Advance(GivenUpNotices.Wait - TimeSpan.FromMilliseconds(1));
        await Notices(digests).SendAsync(Token);
        Assert.Single(digests.Mails);

        digests.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Notices(digests).SendAsync(Token);

        Assert.Equal(2, digests.Mails.Count);
        Assert.Single(digests.Mails.Select(mail => mail.Key).Distinct());
        Assert.Null((await digests.StoredAsync()).NotifyAt);
    }

    [Fact]
    public async Task Process_ThatDiesOnceTheMailIsTaken_LeavesItToBeSentAgain_AsTheSame()
    {
        await using var digests = await GivenAsync();
        digests.Server.AfterTaking = () => throw new InvalidOperationException("dead");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Notices(digests).SendAsync(Token));
        digests.Server.AfterTaking = () => { };

        digests.Time.Advance(GivenUpNotices.Hold);
        await Notices(digests).SendAsync(Token);

        Assert.Equal(2, digests.Mails.Count);
        Assert.Single(digests.Mails.Select(mail => mail.Key).Distinct());
    }

    [Fact]
    public async Task Resumed_WhileTheMailIsUnderWay_StaysSo()
    {
        await using var digests = await GivenAsync();
        digests.Server.AfterTaking = () => ResumeAsync(digests).GetAwaiter().GetResult();

        await Notices(digests).SendAsync(Token);

        Assert.Equal((SubscriptionState.Active, null), ((await digests.StoredAsync()).State, (await digests.StoredAsync()).NotifyAt));
    }

    [Fact]
    public async Task Webhook_ThatIsNotGivenUp_IsNotToldOf()
    {
        await using var digests = await GivenAsync(one => one with { State = SubscriptionState.Active });

        await Notices(digests).SendAsync(Token);

        Assert.Empty(digests.Mails);
    }

    private static async Task<DigestProcess> GivenAsync(Func<Subscription, Subscription>? change = null)
    {
        var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(_ =>
        {
            var givenUp = SomeSubscription.Webhook(name: "hook") with
            {
                State = SubscriptionState.Disabled, Reason = "the endpoint answered 410: it wants no more", FailingSince = Some.Time(), NotifyAt = Some.Time(),
            };
            return change?.Invoke(givenUp) ?? givenUp;
        });
        return digests;
    }

    private static async Task ResumeAsync(DigestProcess digests)
    {
        var stored = await digests.StoredAsync();
        Assert.True(await digests.Subscriptions.UpdateAsync(
            stored with { State = SubscriptionState.Active, NotifyAt = null }, SomeSubscription.Event(99, action: "resumed"), Token));
    }

    private static GivenUpNotices Notices(DigestProcess digests) => new(
        digests.Subscriptions, digests.Port<DigestPost>(), Options.Create(new WebhookOptions { NotifyMail = "ops@example.org" }), digests.Time,
        NullLogger<GivenUpNotices>.Instance);
}
