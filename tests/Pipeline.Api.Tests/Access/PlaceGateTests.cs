using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Tests.Access;

public sealed class PlaceGateTests : IDisposable
{
    private readonly SemaphoreSlim _entered = new(0);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _entered.Dispose();

    [Fact]
    public async Task Requests_BeyondPlacesAndLine_AreSentAway_AndOthersHaveTheirTurn()
    {
        await using var api = await StartAsync(respectsItsClient: true);
        using var client = new CancellationTokenSource();
        var first = AskAsync(api, client.Token);
        await _entered.WaitAsync(Token);

        // One place, one waits: of two more one is sent away.
        List<Task<HttpResponseMessage>> others = [AskAsync(api, Token), AskAsync(api, Token)];
        var away = await Task.WhenAny(others);
        using var busy = await away;
        Assert.Equal(1, others.Count(other => !other.IsCompleted));
        using var reader = await api.GetAsync("/digests/confirm");
        using var path = await api.SendAsync(HttpMethod.Head, "/topics", null);

        // The first client goes: its place is the other's who waits.
        await client.CancelAsync();
        await _entered.WaitAsync(Token);
        _end.SetResult();
        using var served = await others.Single(other => other != away);

        await JsonText.ProblemAsync(busy, 503, "busy");
        Assert.Equal(2, busy.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (reader.StatusCode, reader.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, path.StatusCode);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Request_ThatFoundNoPlaceInItsTime_IsSentAway_AsOneThatMayAskAgain()
    {
        await using var api = await StartAsync(respectsItsClient: false, timeout: "00:00:01");
        var first = AskAsync(api, Token);
        await _entered.WaitAsync(Token);

        using var waited = await api.GetAsync("/topics");

        await JsonText.ProblemAsync(waited, 503, "busy");
        Assert.False(first.IsCompleted);
        _end.SetResult();
        (await first).Dispose();
    }

    [Fact]
    public async Task Requests_ThatAreRefused_TakeNoPlace()
    {
        await using var api = await StartAsync(respectsItsClient: true, waiting: 0);
        var first = AskAsync(api, Token);
        await _entered.WaitAsync(Token);

        using var refused = await api.GetAsync("/papers", ("Authorization", "Bearer guess-0123456789abcdef0123"));
        using var busy = await api.GetAsync("/papers");

        await JsonText.ProblemAsync(refused, 401, "key-unknown");
        await JsonText.ProblemAsync(busy, 503, "busy");
        _end.SetResult();
        (await first).Dispose();
    }

    private Task<ApiProcess> StartAsync(bool respectsItsClient, int waiting = 1, string timeout = "00:10:00")
        => ApiProcess.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton<IPaperStore>(new FailingPaperStore(token =>
            {
                _entered.Release();
                return respectsItsClient ? _end.Task.WaitAsync(token) : _end.Task;
            }))),
            ("Api:ConcurrentRequests", "1"), ("Api:WaitingRequests", waiting.ToString(CultureInfo.InvariantCulture)), ("Api:RequestTimeout", timeout));

    private static Task<HttpResponseMessage> AskAsync(ApiProcess api, CancellationToken client)
        => api.Client.GetAsync(new Uri("/papers", UriKind.Relative), client);
}
