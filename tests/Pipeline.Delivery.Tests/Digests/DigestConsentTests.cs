using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Content;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Tests.Digests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests;

[Collection(nameof(RecordedMetrics))]
public sealed class DigestConsentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_ThatDidNotAgree_GetsTheQuestionOnceAndNoPaper()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(Pending);
        await digests.PublishAsync(1);
        await digests.StartAsync();

        await digests.UntilAsync(() => digests.Mails.Count > 0);
        var day = digests.Time.GetUtcNow().AddDays(2);
        await digests.UntilAsync(() => digests.Time.GetUtcNow() > day);

        var mail = Assert.Single(digests.Mails);
        Assert.Equal(($"confirm.{SomeSubscription.Id():N}.20260302", null), (mail.Key, mail.Unsubscribe));
        Assert.Contains($"https://papers.example.org/{MailLinks.Confirm(await digests.StoredAsync())}\n", mail.Content.Text, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Pending, (await digests.StoredAsync()).State);
    }

    [Fact]
    public async Task Reader_WhoConfirms_GetsThePapersSinceItWasAskedFor()
    {
        await using var digests = await DigestProcess.CreateAsync();
        var subscription = await digests.GivenAsync(Pending);
        await digests.PublishAsync(1);
        var token = MailTokens.Make(subscription.Digest!, subscription.Id, MailPurpose.Confirm);

        Assert.Equal(ConsentAnswer.Done, await digests.Consent.ConfirmAsync(subscription.Id, token, Token));
        Assert.Equal(ConsentAnswer.Done, await digests.Consent.ConfirmAsync(subscription.Id, token, Token));

        var stored = await digests.StoredAsync();
        Assert.Equal((SubscriptionState.Active, new DateTimeOffset(2026, 3, 3, 7, 0, 0, TimeSpan.Zero)), (stored.State, stored.DueAt));
        var what = Assert.Single(await digests.EventsAsync());
        Assert.Equal(("confirmed", "link"), (what.Action, what.By));
        await digests.StartAsync();
        await digests.UntilAsync(() => digests.Mails.Count > 0);
        Assert.Equal("digest 1: Paper number 1", digests.Mails[0].Content.Subject);
    }

    [Fact]
    public async Task Reader_WhoUnsubscribes_GetsNothingMore_AndCannotBeConfirmedAgain()
    {
        await using var digests = await DigestProcess.CreateAsync();
        var subscription = await digests.GivenAsync();
        await digests.PublishAsync(1);
        var token = MailTokens.Make(subscription.Digest!, subscription.Id, MailPurpose.Unsubscribe);

        Assert.Equal(ConsentAnswer.Done, await digests.Consent.UnsubscribeAsync(subscription.Id, token, Token));
        Assert.Equal(ConsentAnswer.Done, await digests.Consent.UnsubscribeAsync(subscription.Id, token, Token));

        var what = Assert.Single(await digests.EventsAsync());
        Assert.Equal(("unsubscribed", "link"), (what.Action, what.By));
        Assert.Equal(
            ConsentAnswer.Ended,
            await digests.Consent.ConfirmAsync(subscription.Id, MailTokens.Make(subscription.Digest!, subscription.Id, MailPurpose.Confirm), Token));
        Assert.True(DigestConsent.IsEnded(await digests.StoredAsync()));
        Assert.Equal((false, DigestConsent.Unsubscribed), await TestAsync(digests));
        Assert.Empty(digests.Mails);
    }

    [Fact]
    public async Task Token_OfAnotherPurposeOrDigest_DoesNothing()
    {
        await using var digests = await DigestProcess.CreateAsync();
        var subscription = await digests.GivenAsync(Pending);
        var confirm = MailTokens.Make(subscription.Digest!, subscription.Id, MailPurpose.Confirm);

        Assert.Equal(ConsentAnswer.Unknown, await digests.Consent.UnsubscribeAsync(subscription.Id, confirm, Token));
        Assert.Equal(ConsentAnswer.Unknown, await digests.Consent.ConfirmAsync(SomeSubscription.Id(2), confirm, Token));
        Assert.Equal(ConsentAnswer.Unknown, await digests.Consent.ConfirmAsync(subscription.Id, "", Token));
        Assert.Equal(SubscriptionState.Pending, (await digests.StoredAsync()).State);
        Assert.Empty(await digests.EventsAsync());
    }

    [Fact]
    public async Task Question_ThatAServerRefuses_EndsTheDigest()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(Pending);
        digests.Server.Answer(new MailOutcome(MailOutcomeKind.Later, 451, "Busy"), new MailOutcome(MailOutcomeKind.Refused, 550, "No such reader"));

        Assert.True(await digests.Port<DigestQuestions>().AskAsync(Token));
        Assert.True(await digests.Port<DigestQuestions>().AskAsync(Token));
        Assert.Single(digests.Mails);
        digests.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await digests.Port<DigestQuestions>().AskAsync(Token));

        Assert.Equal((2, SubscriptionState.Disabled), (digests.Mails.Count, (await digests.StoredAsync()).State));
        Assert.Equal("disabled", Assert.Single(await digests.EventsAsync()).Action);
    }

    [Fact]
    public async Task Test_SendsWhatTheNextMailWouldSay_AndTellsOfNothing()
    {
        await using var digests = await DigestProcess.CreateAsync();
        var before = await digests.GivenAsync();
        await digests.PublishAsync(1);

        Assert.Equal((true, "OK"), await TestAsync(digests));

        Assert.Equal("[Test] digest 1: Paper number 1", Assert.Single(digests.Mails).Content.Subject);
        var after = await digests.StoredAsync();
        Assert.Equal((before.Sequence, before.Cursor, before.DueAt, before.DeliveredAt), (after.Sequence, after.Cursor, after.DueAt, after.DeliveredAt));
        Assert.Empty(await digests.AttemptsAsync());
        await digests.TurnAsync();
        Assert.Equal("digest 1: Paper number 1", digests.Mails[^1].Content.Subject);
    }

    [Fact]
    public async Task Test_OfADigestThatWaitsForItsReader_AsksAgainUnderAnotherKey()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(Pending);
        await digests.Port<DigestQuestions>().AskAsync(Token);

        await TestAsync(digests);

        Assert.Equal(2, digests.Mails.Count);
        Assert.Equal(digests.Mails[0].Content, digests.Mails[1].Content);
        Assert.NotEqual(digests.Mails[0].Key, digests.Mails[1].Key);
    }

    private static Subscription Pending(Subscription subscription) => subscription with { State = SubscriptionState.Pending };

    private static async Task<(bool Delivered, string? Note)> TestAsync(DigestProcess digests)
    {
        var attempt = await digests.Test.SendAsync(await digests.StoredAsync(), Token);
        return (attempt.Delivered, attempt.Note);
    }
}
