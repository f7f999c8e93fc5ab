using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Digests;

public sealed class ReaderPagesTests
{
    private const string Hostile = "Graphs <script>alert(1)</script> \"&'";

    private static readonly (string, string)[] Beyond =
        [("Api:Keys:0:Name", "reader"), ("Api:Keys:0:Key", "reader-key-0123456789abcdef"), ("Api:Urls", "http://0.0.0.0:0")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("confirm", SubscriptionState.Pending, SubscriptionState.Active, "confirmed")]
    [InlineData("unsubscribe", SubscriptionState.Active, SubscriptionState.Disabled, "unsubscribed")]
    [InlineData("unsubscribe", SubscriptionState.Paused, SubscriptionState.Disabled, "unsubscribed")]
    public async Task Page_WhenOpened_ShowsAForm_AndWhenSent_DoesIt_OnceAndWithoutAKey(string page, SubscriptionState before, SubscriptionState after, string action)
    {
        await using var api = await ApiProcess.StartAsync(Beyond);
        var link = await GivenAsync(api, page, before);

        var (status, form, _) = await AskAsync(api, HttpMethod.Get, link);
        Assert.Equal((HttpStatusCode.OK, before), (status, await StateAsync(api)));
        Assert.Contains("<form method=\"post\">", form, StringComparison.Ordinal);
        var (_, done, _) = await AskAsync(api, HttpMethod.Post, link);
        Assert.Equal(after, await StateAsync(api));
        var again = await AskAsync(api, HttpMethod.Post, link);

        Assert.Equal((HttpStatusCode.OK, done), (again.Status, again.Body));
        var what = Assert.Single(await EventsAsync(api));
        Assert.Equal((action, "link"), (what.Action, what.By));
    }

    [Fact]
    public async Task OneClick_OfAMailProgram_UnsubscribesWithoutCookieOrRedirect()
    {
        await using var api = await ApiProcess.StartAsync(Beyond);
        var link = await GivenAsync(api, "unsubscribe");
        using var body = new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded");

        using var response = await api.SendAsync(HttpMethod.Post, link, body);

        Assert.Equal((HttpStatusCode.OK, SubscriptionState.Disabled), (response.StatusCode, await StateAsync(api)));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Location"));
    }

    [Fact]
    public async Task Confirmation_AfterTheEnd_IsRefused()
    {
        await using var api = await ApiProcess.StartAsync();
        var link = await GivenAsync(api, "confirm", SubscriptionState.Disabled);

        var opened = await AskAsync(api, HttpMethod.Get, link);
        var sent = await AskAsync(api, HttpMethod.Post, link);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (opened.Status, sent.Status));
        Assert.DoesNotContain("<form", opened.Body, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Disabled, await StateAsync(api));
    }

    [Theory]
    [InlineData("GET", "confirm")]
    [InlineData("POST", "confirm")]
    [InlineData("GET", "unsubscribe")]
    [InlineData("POST", "unsubscribe")]
    public async Task Link_ThatIsWrong_LeadsNowhere_AndTellsNotWhy(string method, string page)
    {
        await using var api = await ApiProcess.StartAsync();
        var right = await GivenAsync(api, page, SubscriptionState.Pending);
        string[] wrong =
        [
            right[..^1], $"{right}A", right.Replace("token=", "token=%00", StringComparison.Ordinal),
            right.Replace($"{SomeSubscription.Id():N}", $"{SomeSubscription.Id(2):N}", StringComparison.Ordinal),
            right.Replace(page, page == "confirm" ? "unsubscribe" : "confirm", StringComparison.Ordinal),
            $"/digests/{page}", $"/digests/{page}?id=x&token=y", $"/digests/{page}?id={SomeSubscription.Id():N}", $"/digests/{page}?id={SomeSubscription.Id():N}&token=",
        ];

        var answers = new List<(HttpStatusCode, string)>();
        foreach (var link in wrong)
        {
            var (status, body, _) = await AskAsync(api, new(method), link);
            answers.Add((status, body));
        }

        Assert.Equal(HttpStatusCode.NotFound, Assert.Single(answers.Distinct()).Item1);
        Assert.Equal(SubscriptionState.Pending, await StateAsync(api));
        Assert.Empty(await EventsAsync(api));
    }

    [Fact]
    public async Task Page_ShowsNamesAsText_AndLoadsNothing()
    {
        await using var api = await ApiProcess.StartAsync();
        var link = await GivenAsync(api, "unsubscribe");

        var (_, body, headers) = await AskAsync(api, HttpMethod.Get, link);

        Assert.Contains("Graphs &lt;script&gt;alert(1)", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("text/html; charset=utf-8", headers["Content-Type"]);
        Assert.Equal("no-store", headers["Cache-Control"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        var style = body[(body.IndexOf("<style>", StringComparison.Ordinal) + 7)..body.IndexOf("</style>", StringComparison.Ordinal)];
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            headers["Content-Security-Policy"]);
    }

    [Theory]
    [InlineData("papers.example.org", 200)]
    [InlineData("papers.example.org:443", 200)]
    [InlineData("PAPERS.example.org", 200)]
    [InlineData("localhost", 200)]
    [InlineData("papers.example.org:80", 400)]
    [InlineData("evil.example.org", 400)]
    public async Task Page_OnLoopback_IsServedUnderThePublicHostToo(string host, int status)
    {
        await using var api = await ApiProcess.StartAsync(("Public:Url", "https://papers.example.org"));
        var link = await GivenAsync(api, "unsubscribe");

        using var page = await api.GetAsync(link, ("Host", host));
        using var other = await api.GetAsync("/papers", ("Host", host));

        Assert.Equal((status, host == "localhost" ? 200 : 400), ((int)page.StatusCode, (int)other.StatusCode));
    }

    [Fact]
    public async Task Page_IsCountedAsAnyRequest()
    {
        await using var api = await ApiProcess.StartAsync([.. Beyond, ("Api:RequestsPerMinute", "2")]);

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((int)(await AskAsync(api, HttpMethod.Get, "/digests/confirm?id=x")).Status);
        }

        Assert.Equal([404, 404, 429], statuses);
    }

    private static async Task<string> GivenAsync(ApiProcess api, string page, SubscriptionState state = SubscriptionState.Active)
    {
        var subscription = SomeSubscription.Digest(name: Hostile) with { State = state };
        Assert.True(await api.Port<ISubscriptionStore>().TryAddAsync(subscription, SomeSubscription.Event(), Token));

        // Written down anew: links that are out in mails must be good for years.
        var purpose = page == "confirm" ? "Confirm" : "Unsubscribe";
        var token = HMACSHA256.HashData(Convert.FromBase64String(subscription.Digest!.Key), Encoding.UTF8.GetBytes($"{purpose}\n{subscription.Id:N}"));
        return $"/digests/{page}?id={subscription.Id:N}&token={Base64Url.EncodeToString(token)}";
    }

    private static async Task<(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)> AskAsync(ApiProcess api, HttpMethod method, string path)
    {
        using var response = await api.SendAsync(method, path, body: null);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token), headers);
    }

    private static async Task<SubscriptionState> StateAsync(ApiProcess api)
        => (await api.Port<ISubscriptionStore>().FindAsync(SomeSubscription.Id(), Token))!.State;

    private static async Task<IReadOnlyList<SubscriptionEvent>> EventsAsync(ApiProcess api)
        => [.. (await api.Port<ISubscriptionStore>().ListEventsAsync(SomeSubscription.Id(), 10, Token)).Where(what => what.Action != "added")];
}
