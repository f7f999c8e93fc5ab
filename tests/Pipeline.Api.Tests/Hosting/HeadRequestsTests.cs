using System.Net;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Hosting;

public sealed class HeadRequestsTests
{
    private const string OperatorKey = "operator-key-0123456789abcdef";

    // Of the connection, not of what is answered.
    private static readonly string[] Hop = ["Date", "Transfer-Encoding"];

    private static readonly (string, string)[] Settings =
    [
        ("Sources:daily:Kind", "hf-daily"), ("Api:Keys:0:Name", "ann"), ("Api:Keys:0:Key", OperatorKey), ("Api:Keys:0:Scope", "Operate"),
    ];

    private static readonly (string, string) Key = ("Authorization", $"Bearer {OperatorKey}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Every path of the document, so that one that is added later is asked, too.
    [Fact]
    public async Task Head_OfEveryPathThatIsRead_IsTheGetWithoutItsBody()
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        await api.GivenAsync(2);
        await api.Port<IReprocessStore>().TryCreateAsync(SomeReprocess.Full(), Token);
        await api.Port<ISubscriptionStore>().TryAddAsync(SomeSubscription.Webhook(), SomeSubscription.Event(), Token);
        var paths = (await api.ReadAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out _)).Select(path => Filled(path.Name)).ToList();

        Assert.Contains("/papers", paths);
        foreach (var path in paths)
        {
            await AssertSameAsync(api, path, HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("/papers?limit=0", 400)]
    [InlineData("/papers/doi%3A10.1%2Fnone", 404)]
    [InlineData("/nothing", 404)]
    [InlineData("/reprocess", 405)]
    [InlineData("/digests/confirm", 404)]
    [InlineData("/openapi/v1.json", 200)]
    public async Task Head_OfWhatIsNotAList_SaysWhatGetSays(string path, int status)
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        await AssertSameAsync(api, path, (HttpStatusCode)status);
    }

    [Fact]
    public async Task Head_WithTheTagOfWhatIsKnown_IsNotModified()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(1);
        using var known = await api.SendAsync(HttpMethod.Head, "/papers", null);

        using var response = await api.SendAsync(HttpMethod.Head, "/papers", null, ("If-None-Match", known.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task Head_OfWhatIsCompressed_NamesTheEncoding()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(20);

        using var response = await api.SendAsync(HttpMethod.Head, "/papers", null, ("Accept-Encoding", "br"));

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Head_WithoutTheKeyThatGetNeeds_IsRefused()
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        using var response = await api.SendAsync(HttpMethod.Head, "/subscriptions", null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Description_DoesNotRepeatItForEveryPath()
    {
        await using var api = await ApiProcess.StartAsync();

        var document = await api.ReadAsync("/openapi/v1.json");

        Assert.Contains("HEAD", document.GetProperty("info").Text("description"), StringComparison.Ordinal);
        Assert.All(document.GetProperty("paths").EnumerateObject(), path => Assert.False(path.Value.TryGetProperty("head", out _), path.Name));
    }

    private static async Task AssertSameAsync(ApiProcess api, string path, HttpStatusCode status)
    {
        using var get = await api.SendAsync(HttpMethod.Get, path, null, Key);
        using var head = await api.SendAsync(HttpMethod.Head, path, null, Key);

        Assert.Equal((path, status, status), (path, get.StatusCode, head.StatusCode));
        Assert.Equal(Headers(get), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
    }

    private static string Headers(HttpResponseMessage response) => string.Join('\n', response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
        .Where(header => !Hop.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        .Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal));

    private static string Filled(string path)
    {
        var id = path.Split('/')[1] switch
        {
            "papers" => Uri.EscapeDataString(Some.Paper(1).Id),
            "runs" => $"{SomeReprocess.Full().Id:D}",
            "subscriptions" => $"{SomeSubscription.Id():D}",
            _ => "daily",
        };
        return path.Replace("{id}", id, StringComparison.Ordinal).Replace("{topic}", "cs.LG", StringComparison.Ordinal)
            .Replace("{source}", "daily", StringComparison.Ordinal).Replace("{format}", "atom", StringComparison.Ordinal);
    }
}
