using System.Net;
using System.Text;
using System.Text.Json;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Subscriptions;

public sealed class SubscriptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_IsAdded_ItsSecretShownOnceAndNeverAgain()
    {
        await using var api = await SubscriptionApi.StartAsync();
        await api.Port<IChangeLog>().AppendAsync([SomeChange.New(1), SomeChange.New(2)], Token);

        using var response = await api.PostAsync("/subscriptions", SubscriptionApi.Webhook);
        var added = await SubscriptionApi.ReadAsync(response, HttpStatusCode.Created);

        var secret = added.Text("secret");
        var id = added.GetProperty("subscription").Text("id");
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal($"/subscriptions/{id}", response.Headers.Location?.ToString());
        Assert.True(response.Headers.CacheControl?.NoStore);
        var shown = await api.GetAsync($"/subscriptions/{id}");
        Assert.Equal(added.GetProperty("subscription").ToString(), shown.ToString());
        Assert.Equal(shown.ToString(), Assert.Single((await api.GetAsync("/subscriptions")).GetProperty("items").EnumerateArray()).ToString());
        Assert.DoesNotContain(secret, shown.ToString(), StringComparison.Ordinal);
        Assert.Equal(("hook", "webhook", "active", 2L), (shown.Text("name"), shown.Text("kind"), shown.Text("state"), shown.GetProperty("cursor").GetInt64()));
        Assert.Equal("""{"kinds":["enriched"],"topics":["cs.LG"],"source":"daily","words":null}""", shown.GetProperty("filter").ToString());
        var what = Assert.Single((await api.GetAsync("/subscriptions/events")).GetProperty("items").EnumerateArray());
        Assert.Equal(("api:ann", "added", id), (what.Text("by"), what.Text("action"), what.Text("subscriptionId")));
    }

    [Fact]
    public async Task Webhook_WithASecretAndAPlaceOfItsOwn_HasThem()
    {
        await using var api = await SubscriptionApi.StartAsync();
        await api.Port<IChangeLog>().AppendAsync([SomeChange.New(1), SomeChange.New(2)], Token);
        var secret = $"whsec_{Convert.ToBase64String(new byte[24])}";

        using var response = await api.PostAsync(
            "/subscriptions", $$$"""{"name":"a","webhook":{"url":"https://example.org/","secret":"{{{secret}}}","from":1}}""");
        var added = await SubscriptionApi.ReadAsync(response, HttpStatusCode.Created);

        Assert.Equal((secret, 1L), (added.Text("secret"), added.GetProperty("subscription").GetProperty("cursor").GetInt64()));
    }

    [Fact]
    public async Task Digest_IsAdded_AndWaitsForItsReader_ItsKeyNeverShown()
    {
        await using var api = await SubscriptionApi.StartAsync();

        using var response = await api.PostAsync("/subscriptions", SubscriptionApi.Digest);
        var added = await SubscriptionApi.ReadAsync(response, HttpStatusCode.Created);

        Assert.Equal(JsonValueKind.Null, added.GetProperty("secret").ValueKind);
        var digest = added.GetProperty("subscription");
        Assert.Equal(("pending", "ann@example.org"), (digest.Text("state"), digest.GetProperty("digest").Text("address")));
        var stored = Assert.Single(await api.Port<ISubscriptionStore>().ListAsync(Token));
        Assert.DoesNotContain(stored.Digest!.Key, (await api.GetAsync($"/subscriptions/{stored.Id}")).ToString(), StringComparison.Ordinal);
        Assert.Equal(
            (DigestCadence.Weekly, 18, DayOfWeek.Friday, DigestOrder.Newest, 5, true, "graph"),
            (stored.Digest.Cadence, stored.Digest.Hour, stored.Digest.Weekday, stored.Digest.Order, stored.Digest.Limit, stored.Digest.SendEmpty, stored.Filter.Words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":null,"webhook":{"url":"https://example.org/"}}""")]
    [InlineData("""{"name":"a","webhook":{"url":null}}""")]
    [InlineData("""{"name":"a","webhook":{}}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/","key":"b"}}""")]
    [InlineData("""{"name":"a","webhook":{"url":"http://example.org/"}}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://127.0.0.1/"}}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/","secret":"whsec_YQ=="}}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/","from":1}}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/"},"words":"graph"}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/"},"kinds":["new"]}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/"},"kinds":[0]}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/"},"topics":["no-such"]}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/"},"topics":[null]}""")]
    [InlineData("""{"name":"a","webhook":{"url":"https://example.org/"},"source":""}""")]
    [InlineData("""{"name":"a\u0000","webhook":{"url":"https://example.org/"}}""")]
    [InlineData("""{"name":"\ud800","webhook":{"url":"https://example.org/"}}""")]
    [InlineData("""{"name":"a","digest":{"address":"ann@example.org"}}""")]
    [InlineData("""{"name":"a","digest":{"address":"ann@example.org\r\nBcc: b@example.org","cadence":"daily"}}""")]
    [InlineData("""{"name":"a","digest":{"address":"ann@example.org","cadence":"hourly"}}""")]
    [InlineData("""{"name":"a","digest":{"address":"ann@example.org","cadence":"daily","hour":24}}""")]
    [InlineData("""{"name":"a","digest":{"address":"ann@example.org","cadence":"daily","limit":101}}""")]
    [InlineData("""{"name":"a","digest":{"address":"ann@example.org","cadence":"daily"},"webhook":{"url":"https://example.org/"}}""")]
    public async Task Subscription_ThatCannotBe_IsRefused(string body)
    {
        await using var api = await SubscriptionApi.StartAsync();

        using var response = await api.PostAsync("/subscriptions", body);

        await JsonText.ProblemAsync(response, 400, "bad-body");
        Assert.Empty(await api.Port<ISubscriptionStore>().ListAsync(Token));
    }

    [Fact]
    public async Task Name_ThatIsTaken_IsRefused()
    {
        await using var api = await SubscriptionApi.StartAsync();
        await api.AddAsync(SubscriptionApi.Webhook);

        using var response = await api.PostAsync("/subscriptions", SubscriptionApi.Webhook);

        await JsonText.ProblemAsync(response, 409, "conflict");
    }

    [Fact]
    public async Task Body_OfAnotherKind_IsRefused()
    {
        await using var api = await SubscriptionApi.StartAsync();
        using var form = new StringContent("name=a", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await api.SendAsync(HttpMethod.Post, "/subscriptions", form);

        await JsonText.ProblemAsync(response, 415, "not-json");
    }

    [Theory]
    [InlineData("GET", "/subscriptions")]
    [InlineData("GET", "/subscriptions/events")]
    [InlineData("GET", "/subscriptions/00000000-0000-0000-0000-000000000001")]
    [InlineData("GET", "/subscriptions/00000000-0000-0000-0000-000000000001/attempts")]
    [InlineData("POST", "/subscriptions")]
    [InlineData("POST", "/subscriptions/00000000-0000-0000-0000-000000000001/pause")]
    [InlineData("POST", "/subscriptions/00000000-0000-0000-0000-000000000001/resume")]
    [InlineData("POST", "/subscriptions/00000000-0000-0000-0000-000000000001/test")]
    [InlineData("POST", "/subscriptions/00000000-0000-0000-0000-000000000001/rotate")]
    [InlineData("POST", "/subscriptions/00000000-0000-0000-0000-000000000001/replay?after=0")]
    [InlineData("DELETE", "/subscriptions/00000000-0000-0000-0000-000000000001")]
    public async Task Everything_NeedsAKeyThatMayOperate_OnLoopbackToo(string method, string path)
    {
        await using var api = await SubscriptionApi.StartAsync();

        using var nobody = await api.SendAsync(new(method), path, null, key: null);
        using var reader = await api.SendAsync(new(method), path, null, SubscriptionApi.ReaderKey);

        await JsonText.ProblemAsync(nobody, 401, "key-missing");
        await JsonText.ProblemAsync(reader, 403, "scope-missing");
    }

    [Theory]
    [InlineData("/subscriptions?limit=1", "limit")]
    [InlineData("/subscriptions/events?limit=0", "limit")]
    [InlineData("/subscriptions/events?subscription=hook", "subscription")]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000001/attempts?failed=yes", "failed")]
    public async Task Parameter_ThatIsWrong_IsNamed(string path, string parameter)
    {
        await using var api = await SubscriptionApi.StartAsync();

        using var response = await api.SendAsync(HttpMethod.Get, path, null);

        await JsonText.ProblemAsync(response, 400, "bad-parameter", parameter);
    }
}
