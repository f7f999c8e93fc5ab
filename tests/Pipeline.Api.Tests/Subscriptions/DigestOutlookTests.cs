using System.Net;
using System.Text.Json;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Api.Tests.Subscriptions;

public sealed class DigestOutlookTests
{
    private static readonly (string, string)[] Mail =
        [("Smtp:Host", "127.0.0.1"), ("Smtp:Port", "9"), ("Smtp:From", "papers@example.org"), ("Public:Url", "https://papers.example.org")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Digest_WhereThisProcessWouldSendItAndCannot_IsRefused_AndTheKeyNamed()
    {
        await using var api = await SubscriptionApi.StartSendingAsync();

        using var response = await api.PostAsync("/subscriptions", SubscriptionApi.Digest);

        var problem = await JsonText.ProblemAsync(response, 409, "no-mail-server");
        Assert.Contains("Smtp:Host", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Empty(await api.Port<ISubscriptionStore>().ListAsync(Token));
    }

    [Fact]
    public async Task Digest_WhereOthersSendThem_IsTaken_AndWhatItNeedsIsSaid()
    {
        await using var api = await SubscriptionApi.StartAsync();

        using var response = await api.PostAsync("/subscriptions", SubscriptionApi.Digest);

        var added = await SubscriptionApi.ReadAsync(response, HttpStatusCode.Created);
        Assert.Equal("pending", added.GetProperty("subscription").Text("state"));
        Assert.Contains("Smtp:Host", added.Text("notice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Digest_WithAMailServer_IsTakenWithoutAWord(bool sends)
    {
        await using var api = sends ? await SubscriptionApi.StartSendingAsync(Mail) : await SubscriptionApi.StartAsync(Mail);

        using var response = await api.PostAsync("/subscriptions", SubscriptionApi.Digest);

        var added = await SubscriptionApi.ReadAsync(response, HttpStatusCode.Created);
        Assert.Equal(JsonValueKind.Null, added.GetProperty("notice").ValueKind);
    }

    [Fact]
    public async Task Webhook_WithoutAMailServer_IsTaken()
    {
        await using var api = await SubscriptionApi.StartSendingAsync();

        using var response = await api.PostAsync("/subscriptions", SubscriptionApi.Webhook);

        Assert.Equal(JsonValueKind.Null, (await SubscriptionApi.ReadAsync(response, HttpStatusCode.Created)).GetProperty("notice").ValueKind);
    }
}
