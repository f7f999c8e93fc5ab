using System.Net;
using System.Text;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Runs;

public sealed class RunsTests
{
    private const string OperatorKey = "operator-key-0123456789abcdef";
    private const string OtherKey = "another-key-0123456789abcdef";

    private static readonly (string, string)[] Settings =
    [
        ("Api:Keys:0:Name", "ann"), ("Api:Keys:0:Key", OperatorKey), ("Api:Keys:0:Scope", "Operate"),
        ("Api:Keys:1:Name", "bob"), ("Api:Keys:1:Key", OtherKey), ("Api:Keys:1:Scope", "operate"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_AreListedAndFound()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.Port<IReprocessStore>().TryCreateAsync(SomeReprocess.Full(), Token);

        var run = Assert.Single((await api.ReadAsync("/runs")).GetProperty("items").EnumerateArray());

        Assert.Equal(run.ToString(), (await api.ReadAsync($"/runs/{run.Text("id")}")).ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Runs_PageByPage_ComeOnceEach(int limit)
    {
        await using var api = await ApiProcess.StartAsync();
        foreach (var number in Enumerable.Range(1, 5))
        {
            await api.Port<IReprocessStore>().TryCreateAsync(SomeReprocess.Run(number, created: number / 2), Token);
        }

        var walked = await api.WalkAsync($"/runs?limit={limit}");

        Assert.Equal(5, walked.Count);
        Assert.Equal((await api.ReadAsync("/runs")).GetProperty("items").EnumerateArray().Ids(), walked.Ids());
    }

    [Fact]
    public async Task Runs_WithACursorOfAnotherList_AreRefused()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(3);
        var next = (await api.ReadAsync("/papers?limit=1")).Text("next");

        using var foreign = await api.GetAsync($"/runs?cursor={next}");
        using var forged = await api.GetAsync("/runs?cursor=AAAA");

        await JsonText.ProblemAsync(foreign, 400, "bad-parameter", "cursor");
        await JsonText.ProblemAsync(forged, 400, "bad-parameter", "cursor");
    }

    [Theory]
    [InlineData("/runs/00000000-0000-0000-0000-000000000001")]
    [InlineData("/runs/not-an-id")]
    [InlineData("/runs/%7B00000000-0000-0000-0000-000000000001%7D")]
    public async Task Run_ThatIsNone_IsNotThere(string path)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync(path);

        await JsonText.ProblemAsync(response, 404, "not-found");
    }

    [Fact]
    public async Task Reprocess_SentAgainWithItsKey_IsTheSameRun()
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        await api.GivenAsync(3);
        const string Body = """{"stage":"claims","topics":["cs.LG"],"since":"2026-01-01","outdated":true}""";

        using var first = await PostAsync(api, Body);
        using var again = await PostAsync(api, Body);
        using var another = await PostAsync(api, Body, "2");
        using var others = await PostAsync(api, Body, "1", OtherKey);

        Assert.All([first, again, another, others], response => Assert.Equal(HttpStatusCode.Accepted, response.StatusCode));
        var run = JsonText.Parse(await first.Content.ReadAsStringAsync(Token));
        Assert.Equal(3, run.GetProperty("counts").GetProperty("total").GetInt32());
        Assert.Equal(run.Text("id"), JsonText.Parse(await again.Content.ReadAsStringAsync(Token)).Text("id"));
        Assert.Equal(3, (await api.ReadAsync("/runs")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Reprocess_WithTheKeyOfAnotherBody_IsRefused()
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        using var first = await PostAsync(api, """{"stage":"claims"}""");

        using var response = await PostAsync(api, """{"stage":"topics"}""");

        await JsonText.ProblemAsync(response, 409, "conflict");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"stage":"parse"}""")]
    [InlineData("""{"stage":0}""")]
    [InlineData("""{"stage":"claims","shadow":true}""")]
    [InlineData("""{"stage":"claims","ids":[null]}""")]
    [InlineData("""{"stage":"claims","ids":[""]}""")]
    [InlineData("""{"stage":"claims","ids":["a\u0000"]}""")]
    [InlineData("""{"stage":"claims","words":"\ud800"}""")]
    [InlineData("""{"stage":"claims","topics":["no-such"]}""")]
    [InlineData("""{"stage":"claims","madeBy":["3"]}""")]
    [InlineData("""{"stage":"claims","since":"2026-02-30"}""")]
    [InlineData("""{"stage":"claims","since":"2026-02-02","until":"2026-02-01"}""")]
    public async Task Reprocess_WithABodyThatIsNone_IsRefused(string body)
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        using var response = await PostAsync(api, body);

        await JsonText.ProblemAsync(response, 400, "bad-body");
        Assert.Empty((await api.ReadAsync("/runs")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("with space")]
    [InlineData("é")]
    public async Task Reprocess_WithoutAKeyOfItsOwn_IsRefused(string? key)
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        using var response = await PostAsync(api, """{"stage":"claims"}""", key);

        await JsonText.ProblemAsync(response, 400, "bad-parameter", "Idempotency-Key");
    }

    [Fact]
    public async Task Reprocess_WithABodyTooLarge_IsRefused()
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        using var response = await PostAsync(api, $$"""{"stage":"claims","words":"{{new string('a', 64 * 1024)}}"}""");

        await JsonText.ProblemAsync(response, 413, "too-large");
    }

    [Fact]
    public async Task Reprocess_WithABodyOfAnotherKind_IsRefused()
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        using var body = new StringContent("stage=claims", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await api.SendAsync(HttpMethod.Post, "/reprocess", body, ("Authorization", $"Bearer {OperatorKey}"), ("Idempotency-Key", "1"));

        await JsonText.ProblemAsync(response, 415, "not-json");
    }

    private static async Task<HttpResponseMessage> PostAsync(ApiProcess api, string body, string? idempotencyKey = "1", string key = OperatorKey)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (string, string)[] headers = [("Authorization", $"Bearer {key}")];
        return await api.SendAsync(HttpMethod.Post, "/reprocess", content, idempotencyKey is null ? headers : [.. headers, ("Idempotency-Key", idempotencyKey)]);
    }
}
