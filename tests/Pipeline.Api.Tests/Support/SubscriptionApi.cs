using System.Net;
using System.Text;
using System.Text.Json;
using Pipeline.Delivery;

namespace Pipeline.Api.Tests.Support;

/// <summary>The API as somebody uses it who looks after subscriptions.</summary>
internal sealed class SubscriptionApi : IAsyncDisposable
{
    public const string OperatorKey = "operator-key-0123456789abcdef";
    public const string ReaderKey = "reader-key-0123456789abcdef";

    public const string Webhook =
        """{"name":"hook","webhook":{"url":"https://example.org/hook"},"kinds":["enriched"],"topics":["cs.LG"],"source":"daily"}""";

    public const string Digest =
        """
        {"name":"digest","digest":{"address":"ann@example.org","cadence":"weekly","hour":18,"weekday":"friday","order":"newest","limit":5,"sendEmpty":true},"words":"graph"}
        """;

    private static readonly (string, string)[] Keys =
    [
        ("Api:Keys:0:Name", "ann"), ("Api:Keys:0:Key", OperatorKey), ("Api:Keys:0:Scope", "Operate"),
        ("Api:Keys:1:Name", "bob"), ("Api:Keys:1:Key", ReaderKey),
    ];

    private readonly ApiProcess _process;

    private SubscriptionApi(ApiProcess process) => _process = process;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SubscriptionApi> StartAsync(params (string Key, string Value)[] settings)
        => new(await ApiProcess.StartAsync([.. Keys, .. settings]));

    /// <summary>As in a process that sends digests itself, too.</summary>
    public static async Task<SubscriptionApi> StartSendingAsync(params (string Key, string Value)[] settings)
        => new(await ApiProcess.StartAsync(services => services.AddDigests(), [.. Keys, .. settings]));

    public T Port<T>()
        where T : notnull
        => _process.Port<T>();

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, string? key = OperatorKey)
        => _process.SendAsync(method, path, body, key is null ? [] : [("Authorization", $"Bearer {key}")]);

    public async Task<HttpResponseMessage> PostAsync(string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, path, content);
    }

    /// <summary>Does something to a subscription that must be done.</summary>
    public async Task<JsonElement> DoAsync(string path, string? body = null)
    {
        using var response = await PostAsync(path, body);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    /// <summary>What a path answers, which must be 200.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    /// <summary>Adds a subscription that must be taken.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> AddAsync(string body)
    {
        using var response = await PostAsync("/subscriptions", body);
        return $"/subscriptions/{(await ReadAsync(response, HttpStatusCode.Created)).GetProperty("subscription").Text("id")}";
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.StatusCode == status, text);
        return JsonText.Parse(text);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
