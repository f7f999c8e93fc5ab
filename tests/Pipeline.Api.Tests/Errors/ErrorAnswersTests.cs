using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Tests.Errors;

public sealed class ErrorAnswersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/papers/a/b/c")]
    [InlineData("/openapi/v2.json")]
    public async Task Path_ThatIsNone_IsNotThere(string path)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync(path);

        await JsonText.ProblemAsync(response, 404, "not-found");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("TRACE")]
    public async Task Method_ThatIsNone_IsRefusedWithThoseThereAre(string method)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.SendAsync(new HttpMethod(method), "/papers", null);

        await JsonText.ProblemAsync(response, 405, "method-not-allowed");
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false, 500, "internal")]
    [InlineData(true, 503, "store-away")]
    public async Task Store_ThatFails_IsToldWithoutWhatItSaid(bool away, int status, string type)
    {
        await using var api = await ApiProcess.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IPaperStore>(
            new FailingPaperStore(away ? new TimeoutException("secret-host:27017") : new InvalidOperationException("secret-host:27017")))));

        using var response = await api.GetAsync("/papers");

        var problem = await JsonText.ProblemAsync(response, status, type);
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(away, response.Headers.RetryAfter is not null);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Store_ThatTakesTooLong_IsNotWaitedFor()
    {
        await using var api = await ApiProcess.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton<IPaperStore>(new FailingPaperStore(failure: null))), ("Api:RequestTimeout", "00:00:01"));

        using var response = await api.GetAsync("/papers");

        await JsonText.ProblemAsync(response, 504, "took-too-long");
    }

    [Fact]
    public async Task Answers_SayNothingOfTheServer_AndAllowNoOtherSite()
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync("/papers", ("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Answers_AreCompressedForThoseWhoAsk()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(20);

        using var plain = await api.GetAsync("/papers");
        using var packed = await api.GetAsync("/papers", ("Accept-Encoding", "br"));

        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
        Assert.True((await packed.Content.ReadAsByteArrayAsync(Token)).Length < (await plain.Content.ReadAsByteArrayAsync(Token)).Length / 4);
    }

    // What no client library would send.
    [Theory]
    [InlineData("GET /papers/%00 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /papers HTTP/1.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /papers HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET http://evil.example/papers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /../../papers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("GET /papers?words=a\u0001 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 400")]
    public async Task Request_ThatIsMalformed_IsAnsweredInOrder(string request, string answer)
    {
        await using var api = await ApiProcess.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(api.Address.Host, api.Address.Port, Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        using var reader = new StreamReader(stream);

        Assert.StartsWith(answer, await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
    }
}
