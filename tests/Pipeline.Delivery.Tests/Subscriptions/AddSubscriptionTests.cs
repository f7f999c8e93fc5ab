using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Subscriptions;

public sealed class AddSubscriptionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_BeginsAtTheEndOfTheLog_WithANewSecretThatIsShownOnce()
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 3);

        var result = await desk.Work.AddAsync(SubscriptionDesk.Webhook(), SubscriptionDesk.By, Token);

        var stored = await desk.FindAsync(result.Subscription!);
        Assert.Equal((SubscriptionState.Active, 3L, Some.Time()), (stored.State, stored.Cursor, stored.CreatedAt));
        Assert.Equal(result.Secret, Assert.Single(stored.Webhook!.Secrets).Value);
        Assert.Equal(32, Convert.FromBase64String(result.Secret!["whsec_".Length..]).Length);
        Assert.Equal([("added", "webhook to example.org, after 3")], await desk.DoneAsync(stored));
    }

    [Fact]
    public async Task Webhooks_GetDifferentSecrets_OrTheOneThatIsGiven()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var given = $"whsec_{Convert.ToBase64String(new byte[24])}";

        var one = await desk.Work.AddAsync(SubscriptionDesk.Webhook("a"), SubscriptionDesk.By, Token);
        var other = await desk.Work.AddAsync(SubscriptionDesk.Webhook("b"), SubscriptionDesk.By, Token);
        var mine = await desk.Work.AddAsync(SubscriptionDesk.Webhook("c", given), SubscriptionDesk.By, Token);

        Assert.NotEqual(one.Secret, other.Secret);
        Assert.Equal(given, mine.Secret);
    }

    [Fact]
    public async Task Webhook_WithItsConditions_KeepsThem()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();

        var stored = await desk.GivenAsync(SubscriptionDesk.Webhook() with
        {
            Kinds = [ChangeKind.Revised, ChangeKind.Revised], Topics = ["cs.LG", "cs.CL", "cs.LG"], Source = "daily",
        });

        Assert.Equal([ChangeKind.Revised], stored.Filter.Kinds);
        Assert.Equal(["cs.LG", "cs.CL"], stored.Filter.Topics);
        Assert.Equal("daily", stored.Filter.Source);
    }

    [Theory]
    [InlineData(0L, 2L)]
    [InlineData(2L, 2L)]
    [InlineData(3L, 3L)]
    [InlineData(4L, 4L)]
    public async Task Webhook_FromAPlace_BeginsThere_OrWithTheFirstThatIsKept(long from, long cursor)
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 4);
        await desk.Log.TrimAsync(Some.Time(3), Token);

        Assert.Equal(cursor, (await desk.GivenAsync(SubscriptionDesk.Webhook(from: from))).Cursor);
    }

    [Fact]
    public async Task Webhook_FromAPlaceThatIsStillToCome_IsRefused()
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 4);

        var result = await desk.Work.AddAsync(SubscriptionDesk.Webhook(from: 5), SubscriptionDesk.By, Token);

        Assert.Equal((RefusalKind.Wrong, "from"), (result.Refusal?.Kind, result.Refusal?.Field));
        Assert.Empty(await desk.Store.ListAsync(Token));
    }

    [Fact]
    public async Task Digest_WaitsForItsReader_AndNothingOfItsAddressIsNoted()
    {
        await using var desk = await SubscriptionDesk.OpenAsync(changes: 2);

        var result = await desk.Work.AddAsync(SubscriptionDesk.Digest() with { Words = "graph" }, SubscriptionDesk.By, Token);

        var stored = await desk.FindAsync(result.Subscription!);
        Assert.Equal((SubscriptionState.Pending, 2L, "graph", null), (stored.State, stored.Cursor, stored.Filter.Words, result.Secret));
        Assert.Equal(32, Convert.FromBase64String(stored.Digest!.Key).Length);
        Assert.Equal([("added", "daily digest")], await desk.DoneAsync(stored));
    }

    [Fact]
    public async Task Name_ThatIsTaken_IsRefused()
    {
        await using var desk = await SubscriptionDesk.OpenAsync();
        var first = await desk.GivenAsync(SubscriptionDesk.Webhook("same"));

        var result = await desk.Work.AddAsync(SubscriptionDesk.Digest("same"), SubscriptionDesk.By, Token);

        Assert.Equal(RefusalKind.Conflict, result.Refusal?.Kind);
        Assert.Equal(first.Id, Assert.Single(await desk.Store.ListAsync(Token)).Id);
    }
}
