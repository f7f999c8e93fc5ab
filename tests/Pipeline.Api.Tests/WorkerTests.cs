using System.Net;
using System.Text;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Testing;

namespace Pipeline.Api.Tests;

/// <summary>What differs where the API is a process of its own, over MongoDB and RabbitMQ.</summary>
public sealed class WorkerTests : IAsyncDisposable
{
    private const string OperatorKey = "operator-key-0123456789abcdef";

    private readonly string _name = $"api-{ObjectId.GenerateNewId()}";

    [Fact]
    public async Task Lists_PageByPage_ComeOnceEach()
    {
        await using var api = await StartAsync();
        await api.GivenAsync(Some.Observation("a"), [Some.Paper(3), Some.Paper(1)], "cs.LG");
        await api.GivenAsync(new Observation("b", "inbox/b.xml", Some.Time(1)), [Some.Paper(2)], "cs.LG");

        Assert.Equal(new[] { 2, 1, 3 }.Select(n => Some.Paper(n).Id), (await api.WalkAsync("/papers?limit=1&topic=cs.LG&words=paper")).Ids());
        Assert.Equal([Some.Paper(2).Id], (await api.WalkAsync("/papers?source=inbox")).Ids());
        Assert.Equal(6, (await api.WalkAsync("/claims?limit=1")).Select(hit => hit.GetProperty("claim").Text("id")).Distinct(StringComparer.Ordinal).Count());
        Assert.Single((await api.ReadAsync("/feeds/query.json?limit=1")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("/papers/%7B%22%24ne%22%3Anull%7D", 404)]
    [InlineData("/papers/%24where", 404)]
    [InlineData("/papers?words=%24where&source=%24ne", 200)]
    [InlineData("/papers?source=.*", 200)]
    [InlineData("/papers?source=(a%2B)%2B%24", 200)]
    [InlineData("/claims?metric=%24gt&unit=%7B%7D", 200)]
    public async Task Question_InTheWordsOfTheStore_FindsNothing(string path, int status)
    {
        await using var api = await StartAsync();
        await api.GivenAsync(1);

        using var response = await api.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.DoesNotContain("2603", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_ThatNoFetcherTakes_IsKept()
    {
        await using var api = await StartAsync();

        using var response = await api.SendAsync(HttpMethod.Post, "/sources/daily/fetch", null, ("Authorization", $"Bearer {OperatorKey}"));

        await JsonText.ProblemAsync(response, 503, "fetcher-away");
        Assert.Single((await api.ReadAsync("/sources/daily/runs")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Subscriptions_AreAddedChangedAndRemoved_AndStayOnRecord()
    {
        await using var api = await StartAsync();
        (string, string)[] key = [("Authorization", $"Bearer {OperatorKey}")];
        using var body = new StringContent(SubscriptionApi.Webhook, Encoding.UTF8, "application/json");
        using var added = await api.SendAsync(HttpMethod.Post, "/subscriptions", body, key);
        var path = added.Headers.Location!.ToString();

        using var paused = await api.SendAsync(HttpMethod.Post, $"{path}/pause", null, key);
        var shown = await api.ReadAsync(path, key);
        using var removed = await api.SendAsync(HttpMethod.Delete, path, null, key);

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.OK, "paused", HttpStatusCode.NoContent),
            (added.StatusCode, paused.StatusCode, shown.Text("state"), removed.StatusCode));
        Assert.Empty((await api.ReadAsync("/subscriptions", key)).GetProperty("items").EnumerateArray());
        Assert.Equal(
            ["removed", "paused", "added"],
            (await api.ReadAsync("/subscriptions/events", key)).GetProperty("items").EnumerateArray().Select(what => what.Text("action")));
    }

    public async ValueTask DisposeAsync()
    {
        using var client = new MongoClient(RealParts.MongoDb);
        await client.DropDatabaseAsync(_name, CancellationToken.None);
        await BrokerNames.DeleteAsync(_name);
    }

    private Task<ApiProcess> StartAsync() => ApiProcess.StartAsync(
        ("Mongo:ConnectionString", RealParts.MongoDb), ("Mongo:Database", _name), ("Broker:Address", RealParts.RabbitMq.AbsoluteUri), ("Broker:Prefix", _name),
        ("Sources:daily:Kind", "hf-daily"), ("Api:Keys:0:Name", "ann"), ("Api:Keys:0:Key", OperatorKey), ("Api:Keys:0:Scope", "Operate"));
}
