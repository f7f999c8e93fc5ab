using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Tests.Digests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests;

public sealed class DigestTurnTests
{
    private static readonly MailOutcome Refused = new(MailOutcomeKind.Refused, 550, "No such reader");
    private static readonly MailOutcome Later = new(MailOutcomeKind.Later, 451, "Busy");
    private static readonly MailOutcome Away = new(MailOutcomeKind.Away, Note: "535 Wrong password");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issue_TellsOfWhatIsNew_AndTheDigestGoesOn()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1, 2);

        Assert.True(await digests.TurnAsync());

        var mail = Assert.Single(digests.Mails);
        Assert.Equal(($"digest.{SomeSubscription.Id():N}.1", "ann@example.org", "digest 1: Paper number 2, and 1 more"), (mail.Key, mail.To, mail.Content.Subject));
        var stored = await digests.StoredAsync();
        Assert.Equal((2, new DateTimeOffset(2026, 3, 3, 7, 0, 0, TimeSpan.Zero), Some.Time(), 0), (stored.Cursor, stored.DueAt, stored.DeliveredAt, stored.Failures));
        var attempt = Assert.Single(await digests.AttemptsAsync());
        Assert.Equal((true, $"{mail.Key}@example.org", 250), (attempt.Delivered, attempt.MessageId, attempt.Status));
    }

    [Fact]
    public async Task ThreeIssues_NeverTellOfAPaperTwice_AlsoUnderAnotherKey()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(one => one with { Filter = new() { Kinds = [ChangeKind.Enriched, ChangeKind.Revised] } });
        await digests.PublishAsync(Some.Paper("doi:10.1000/x", "The lamp in the room") with { Upvotes = null });
        await digests.PublishAsync(1);
        await digests.TurnAsync();

        // The same paper under a better key, and a paper that was told of, again.
        await digests.PublishAsync(Some.Paper("arxiv:2603.00077", "The lamp in the room") with { Aliases = ["arxiv:2603.00077", "doi:10.1000/x"] });
        await digests.PublishAsync(Some.Paper(1, title: "Another title"));
        await digests.PublishAsync(2);
        await digests.NextDayAsync();
        await digests.PublishAsync(1, 2, 3);
        await digests.NextDayAsync();

        Assert.Equal(3, digests.Mails.Count);
        Assert.Equal("arxiv:2603.00077", (await digests.Port<IPaperStore>().FindAsync("doi:10.1000/x", Token))!.Id);
        Assert.Equal(
            ["digest 1: Paper number 1, and 1 more", "digest 1: Paper number 2", "digest 1: Paper number 3"],
            digests.Mails.Select(mail => mail.Content.Subject));
        Assert.Single(digests.Mails, mail => mail.Content.Text.Contains("The lamp in the room", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Papers_BeyondTheLimit_AreCountedInTheMail()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(one => one with { Digest = one.Digest! with { Limit = 2 }, Filter = new() { Topics = ["cs.LG"] } });
        await digests.PublishAsync(1, 2, 3, 4, 5);

        await digests.TurnAsync();
        await digests.NextDayAsync();

        var text = Assert.Single(digests.Mails).Content.Text;
        Assert.Contains("3 more papers fit this digest", text, StringComparison.Ordinal);
        Assert.Contains("https://papers.example.org/papers?topic=cs.LG\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_WithWords_TellsOfNothingElse()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(one => one with { Filter = new() { Words = "number 2" } });
        await digests.PublishAsync(1, 2, 3);

        await digests.TurnAsync();

        Assert.Equal("digest 1: Paper number 2", Assert.Single(digests.Mails).Content.Subject);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Digest_WithoutPapers_ComesWhenThatIsWanted(bool sendEmpty, int mails)
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(one => one with { Digest = one.Digest! with { SendEmpty = sendEmpty } });

        await digests.TurnAsync();

        Assert.Equal(mails, digests.Mails.Count);
        Assert.All(digests.Mails, mail => Assert.Equal("digest 1: no new papers", mail.Content.Subject));
        Assert.True((await digests.StoredAsync()).DueAt > Some.Time());
    }

    [Fact]
    public async Task Downtime_OfManyDays_IsMadeUpForByOneMail()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1, 2, 3);
        digests.Time.Advance(TimeSpan.FromDays(9));

        await digests.TurnAsync();
        await digests.TurnAsync();

        Assert.Single(digests.Mails);
        Assert.Equal(new(2026, 3, 12, 7, 0, 0, TimeSpan.Zero), (await digests.StoredAsync()).DueAt);
    }

    [Fact]
    public async Task Process_ThatDiesBetweenSendingAndMarking_SendsTheVerySameIssueAgain()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync(one => one with { Digest = one.Digest! with { Limit = 2 } });
        await digests.PublishAsync(1, 2, 3);
        digests.Server.AfterTaking = () => throw new IOException("The process dies.");
        await Assert.ThrowsAsync<IOException>(digests.TurnAsync);
        digests.Server.AfterTaking = () => { };
        await digests.PublishAsync(9);

        await digests.TurnAsync();

        Assert.Equal(2, digests.Mails.Count);
        Assert.Equal(digests.Mails[0], digests.Mails[1]);
        await digests.NextDayAsync();
        Assert.Equal("digest 1: Paper number 9", digests.Mails[^1].Content.Subject);
    }

    [Fact]
    public async Task Process_ThatDiesBetweenMarkingAndGoingOn_SendsNothingAgain()
    {
        await using var digests = await DigestProcess.CreateAsync();
        var before = await digests.GivenAsync();
        await digests.PublishAsync(1);
        await digests.TurnAsync();
        var after = await digests.StoredAsync();
        Assert.True(await digests.Subscriptions.UpdateAsync(before with { Sequence = after.Sequence }, what: null, Token));
        await digests.PublishAsync(2);

        await digests.TurnAsync();

        Assert.Single(digests.Mails);
        Assert.Equal((1, after.DueAt), ((await digests.StoredAsync()).Cursor, (await digests.StoredAsync()).DueAt));
    }

    [Fact]
    public async Task Fault_ThatPasses_IsTriedAgainAfterGrowingWaits()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1);
        digests.Server.Answer(Later, Away, Later);
        var waits = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(i != 1, await digests.TurnAsync());
            var wait = (await digests.StoredAsync()).DueAt - digests.Time.GetUtcNow();
            waits.Add(wait.TotalMinutes);
            digests.Time.Advance(wait);
        }

        Assert.True(await digests.TurnAsync());

        Assert.Equal([1, 2, 4], waits);
        Assert.Single(digests.Mails.Select(mail => mail.Key).Distinct());
        Assert.Equal((0, null), ((await digests.StoredAsync()).Failures, (await digests.StoredAsync()).FailingSince));
        Assert.Equal([true, false, false, false], (await digests.AttemptsAsync()).Select(attempt => attempt.Delivered));
    }

    [Fact]
    public async Task Reader_WhoseServerRefusesAtThreeTimes_IsGivenUp()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1);
        digests.Server.Answer(Later, Refused, Refused, Refused);
        await digests.TurnAsync();
        digests.Time.Advance(TimeSpan.FromMinutes(2));
        await digests.TurnAsync();
        await digests.NextDayAsync();
        Assert.Equal(SubscriptionState.Active, (await digests.StoredAsync()).State);

        await digests.NextDayAsync();

        var stored = await digests.StoredAsync();
        Assert.Equal((SubscriptionState.Disabled, "Its mail server keeps refusing: No such reader"), (stored.State, stored.Reason));
        var what = Assert.Single(await digests.EventsAsync());
        Assert.Equal(("disabled", "pipeline", stored.Reason), (what.Action, what.By, what.Detail));
    }

    [Fact]
    public async Task Refusal_AfterAnOutageOfDays_IsTheFirst()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1);
        digests.Server.Answer(Away, Refused);
        await digests.TurnAsync();
        digests.Time.Advance(TimeSpan.FromDays(9));

        await digests.TurnAsync();

        Assert.Equal(SubscriptionState.Active, (await digests.StoredAsync()).State);
    }

    [Fact]
    public async Task Person_WhoPausesMeanwhile_FindsItPaused()
    {
        await using var digests = await DigestProcess.CreateAsync();
        await digests.GivenAsync();
        await digests.PublishAsync(1);
        var held = await digests.StoredAsync();
        Assert.True(await digests.Subscriptions.UpdateAsync(held with { State = SubscriptionState.Paused }, SomeSubscription.Event(99, action: "paused"), Token));

        await digests.Port<DigestTurn>().RunAsync(held, Token);

        var stored = await digests.StoredAsync();
        Assert.Equal((SubscriptionState.Paused, 1), (stored.State, stored.Cursor));
    }
}
