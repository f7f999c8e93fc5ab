using System.Net;
using System.Text.Json;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Subscriptions;

public sealed class ChangeSubscriptionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Subscription_IsPausedAndResumed_AndWhoDidItStaysOnRecord()
    {
        await using var api = await SubscriptionApi.StartAsync();
        var hook = await api.AddAsync(SubscriptionApi.Webhook);

        var paused = await api.DoAsync($"{hook}/pause?reason=moving");
        var again = await api.DoAsync($"{hook}/pause");
        var resumed = await api.DoAsync($"{hook}/resume");
        using var removed = await api.SendAsync(HttpMethod.Delete, hook, null);
        using var gone = await api.SendAsync(HttpMethod.Get, hook, null);

        Assert.Equal(("paused", "moving"), (paused.Text("state"), paused.Text("reason")));
        Assert.Equal(paused.ToString(), again.ToString());
        Assert.Equal("active", resumed.Text("state"));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await JsonText.ProblemAsync(gone, 404, "not-found");
        var events = (await api.GetAsync($"/subscriptions/events?subscription={hook[^36..]}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["removed", "resumed", "paused", "added"], events.Select(what => what.Text("action")));
        Assert.All(events, what => Assert.Equal(("api:ann", "hook"), (what.Text("by"), what.Text("name"))));
        Assert.Single((await api.GetAsync("/subscriptions/events?limit=1")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Secret_IsRotated_ShownOnce_AndTheFormerSignsOnForAWhile()
    {
        await using var api = await SubscriptionApi.StartAsync();
        var hook = await api.AddAsync(SubscriptionApi.Webhook);
        var given = $"whsec_{Convert.ToBase64String(new byte[32])}";

        var made = await api.DoAsync($"{hook}/rotate");
        var mine = await api.DoAsync($"{hook}/rotate", $$"""{"secret":"{{given}}","keepHours":1}""");
        var last = await api.DoAsync($"{hook}/rotate", """{"keepHours":0}""");

        Assert.Equal(2, SecretsOf(made).Count);
        Assert.Equal(
            TimeSpan.FromHours(24), SecretsOf(made)[1].GetProperty("endsAt").GetDateTimeOffset() - SecretsOf(made)[0].GetProperty("createdAt").GetDateTimeOffset());
        Assert.Equal((given, 3), (mine.Text("secret"), SecretsOf(mine).Count));
        Assert.Single(SecretsOf(last));
        Assert.DoesNotContain("whsec_", (await api.GetAsync(hook)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", (await api.GetAsync("/subscriptions/events")).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"keepHours":-1}""")]
    [InlineData("""{"keepHours":721}""")]
    [InlineData("""{"keepHours":2147483647}""")]
    [InlineData("""{"secret":"short"}""")]
    [InlineData("""{"keep":1}""")]
    [InlineData("null")]
    public async Task Rotation_ThatCannotBe_IsRefused(string body)
    {
        await using var api = await SubscriptionApi.StartAsync();
        var hook = await api.AddAsync(SubscriptionApi.Webhook);

        using var response = await api.PostAsync($"{hook}/rotate", body);

        await JsonText.ProblemAsync(response, 400, "bad-body");
    }

    [Fact]
    public async Task Replay_SetsThePlace_WithinTheLog()
    {
        await using var api = await SubscriptionApi.StartAsync();
        await api.Port<IChangeLog>().AppendAsync([SomeChange.New(1), SomeChange.New(2)], Token);
        var hook = await api.AddAsync(SubscriptionApi.Webhook);

        Assert.Equal(1, (await api.DoAsync($"{hook}/replay?after=1")).GetProperty("cursor").GetInt64());

        foreach (var query in new[] { "", "?after=3", "?after=-1", "?after=x" })
        {
            using var response = await api.PostAsync($"{hook}/replay{query}");
            await JsonText.ProblemAsync(response, 400, "bad-parameter", "after");
        }
    }

    [Fact]
    public async Task Pause_ForAReasonThatIsTooLong_IsRefused()
    {
        await using var api = await SubscriptionApi.StartAsync();
        var hook = await api.AddAsync(SubscriptionApi.Webhook);

        using var response = await api.PostAsync($"{hook}/pause?reason={new string('a', 201)}");

        await JsonText.ProblemAsync(response, 400, "bad-parameter", "reason");
    }

    [Fact]
    public async Task Test_SaysHowItWent_AndIsFoundAmongTheAttempts()
    {
        await using var api = await SubscriptionApi.StartAsync(("Webhooks:AllowPrivateHosts", "true"));
        var hook = await api.AddAsync("""{"name":"a","webhook":{"url":"http://127.0.0.1:1/hook"}}""");

        var attempt = await api.DoAsync($"{hook}/test");

        Assert.False(attempt.GetProperty("delivered").GetBoolean());
        Assert.NotEmpty(attempt.Text("note"));
        Assert.Equal(attempt.ToString(), Assert.Single((await api.GetAsync($"{hook}/attempts?failed=true")).GetProperty("items").EnumerateArray()).ToString());
        Assert.Equal("tested", (await api.GetAsync("/subscriptions/events?limit=1")).GetProperty("items")[0].Text("action"));
    }

    [Fact]
    public async Task Attempts_AreListedTheLastFirst()
    {
        await using var api = await SubscriptionApi.StartAsync();
        var hook = await api.AddAsync(SubscriptionApi.Webhook);
        var id = Guid.Parse(hook[^36..]);
        await api.Port<IDeliveryAttempts>().AddAsync(
            [
                SomeSubscription.Attempt(1, minutes: 1) with { SubscriptionId = id },
                SomeSubscription.Attempt(2, minutes: 2, delivered: false) with { SubscriptionId = id },
                SomeSubscription.Attempt(3, minutes: 3) with { SubscriptionId = id },
            ],
            Token);

        Assert.Equal([3, 2, 1], await PlacesAsync($"{hook}/attempts"));
        Assert.Equal([3], await PlacesAsync($"{hook}/attempts?limit=1"));
        Assert.Equal([2], await PlacesAsync($"{hook}/attempts?failed=true"));

        async Task<IEnumerable<int>> PlacesAsync(string path)
            => (await api.GetAsync(path)).GetProperty("items").EnumerateArray().Select(attempt => attempt.GetProperty("changeSequence").GetInt32());
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/attempts")]
    [InlineData("POST", "/pause")]
    [InlineData("POST", "/resume")]
    [InlineData("POST", "/test")]
    [InlineData("POST", "/rotate")]
    [InlineData("POST", "/replay?after=0")]
    [InlineData("DELETE", "")]
    public async Task Subscription_ThatIsNone_IsNotThere(string method, string path)
    {
        await using var api = await SubscriptionApi.StartAsync();

        foreach (var id in new[] { "00000000-0000-0000-0000-000000000001", "hook", "%7B%22%24ne%22%3Anull%7D" })
        {
            using var response = await api.SendAsync(new(method), $"/subscriptions/{id}{path}", null);
            await JsonText.ProblemAsync(response, 404, "not-found");
        }
    }

    [Fact]
    public async Task Digest_WhoseReaderHasNotAgreed_DoesNotGoOn_AndHasNoSecret()
    {
        await using var api = await SubscriptionApi.StartAsync();
        var digest = await api.AddAsync(SubscriptionApi.Digest);

        foreach (var path in new[] { "/resume", "/pause", "/rotate", "/replay?after=0" })
        {
            using var response = await api.PostAsync(digest + path);
            await JsonText.ProblemAsync(response, 409, "conflict");
        }
    }

    private static IReadOnlyList<JsonElement> SecretsOf(JsonElement rotated)
        => [.. rotated.GetProperty("subscription").GetProperty("webhook").GetProperty("secrets").EnumerateArray()];
}
