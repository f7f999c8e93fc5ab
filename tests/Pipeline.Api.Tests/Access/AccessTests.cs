using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Pipeline.Api.Tests.Support;

namespace Pipeline.Api.Tests.Access;

public sealed class AccessTests
{
    private const string ReadKey = "reader-key-0123456789abcdef";
    private const string OperatorKey = "operator-key-0123456789abcdef";

    private static readonly (string, string)[] Keys =
    [
        ("Api:Keys:0:Name", "reader"), ("Api:Keys:0:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ReadKey)))),
        ("Api:Keys:1:Name", "operator"), ("Api:Keys:1:Key", OperatorKey), ("Api:Keys:1:Scope", "Operate"),
        ("Sources:daily:Kind", "hf-daily"),
    ];

    // Every address of the machine: as far as the rules go, beyond loopback.
    private static readonly (string, string)[] Beyond = [.. Keys, ("Api:Urls", "http://0.0.0.0:0")];

    [Fact]
    public async Task Reading_OnLoopback_NeedsNoKey()
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync("/papers");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/papers")]
    [InlineData("/papers/2603.00001")]
    [InlineData("/changes")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nothing")]
    public async Task Everything_BeyondLoopback_NeedsAKey(string path)
    {
        await using var api = await ApiProcess.StartAsync(Beyond);

        using var response = await api.GetAsync(path);
        using var known = await api.GetAsync(path, ("Authorization", $"Bearer {ReadKey}"));

        await JsonText.ProblemAsync(response, 401, "key-missing");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.True(known.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Bearer wrong-key-0123456789abcdef")]
    [InlineData("Bearer reader-key-0123456789abcde")]
    [InlineData("Bearer reader-key-0123456789abcdefg")]
    [InlineData("Bearer READER-KEY-0123456789ABCDEF")]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Basic cmVhZGVyOnJlYWRlci1rZXktMDEyMzQ1Njc4OWFiY2RlZg==")]
    [InlineData("reader-key-0123456789abcdef")]
    [InlineData("Bearer é")]
    public async Task Key_ThatIsNone_IsRefused_OnLoopbackToo(string header)
    {
        await using var loopback = await ApiProcess.StartAsync(Keys);
        await using var beyond = await ApiProcess.StartAsync(Beyond);

        foreach (var api in new[] { loopback, beyond })
        {
            using var response = await api.GetAsync("/papers", ("Authorization", header));

            await JsonText.ProblemAsync(response, 401, "key-unknown");
        }
    }

    [Theory]
    [InlineData("bearer operator-key-0123456789abcdef")]
    [InlineData("Bearer   operator-key-0123456789abcdef")]
    public async Task Key_InAnyForm_IsKnown(string header)
    {
        await using var api = await ApiProcess.StartAsync(Beyond);

        using var response = await api.GetAsync("/papers", ("Authorization", header));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task HashOfAKey_IsNoKey()
    {
        await using var api = await ApiProcess.StartAsync(Beyond);

        using var response = await api.GetAsync("/papers", ("Authorization", $"Bearer {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ReadKey)))}"));

        await JsonText.ProblemAsync(response, 401, "key-unknown");
    }

    [Theory]
    [InlineData("/sources/daily/fetch")]
    [InlineData("/reprocess")]
    public async Task StartingWork_NeedsAKeyForIt_OnLoopbackToo(string path)
    {
        await using var api = await ApiProcess.StartAsync(Keys);
        await using var withoutKeys = await ApiProcess.StartAsync(("Sources:daily:Kind", "hf-daily"));

        using var nobody = await api.SendAsync(HttpMethod.Post, path, null);
        using var reader = await api.SendAsync(HttpMethod.Post, path, null, ("Authorization", $"Bearer {ReadKey}"));
        using var anywhere = await withoutKeys.SendAsync(HttpMethod.Post, path, null);
        using var allowed = await api.SendAsync(HttpMethod.Post, path, null, ("Authorization", $"Bearer {OperatorKey}"));

        await JsonText.ProblemAsync(nobody, 401, "key-missing");
        await JsonText.ProblemAsync(reader, 403, "scope-missing");
        await JsonText.ProblemAsync(anywhere, 401, "key-missing");
        Assert.True(allowed.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("evil.example:5080", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:80", true)]
    [InlineData("127.0.0.1:1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("[::1]:5080", true)]
    public async Task Host_OfAnotherName_IsRefusedOnLoopback(string host, bool served)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync("/papers", ("Host", host));

        if (served)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        else
        {
            await JsonText.ProblemAsync(response, 400, "host-refused");
        }
    }

    [Fact]
    public async Task Host_OfAnyName_IsServedBeyondLoopback()
    {
        await using var api = await ApiProcess.StartAsync(Beyond);

        using var response = await api.GetAsync("/papers", ("Host", "papers.example"), ("Authorization", $"Bearer {ReadKey}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Requests_BeyondTheLimit_AreRefusedUntilTheWindowEnds()
    {
        await using var api = await ApiProcess.StartAsync([.. Keys, ("Api:RequestsPerMinute", "2")]);
        for (var i = 0; i < 2; i++)
        {
            using var allowed = await api.GetAsync("/papers");
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        using var refused = await api.GetAsync("/papers");
        using var forwarded = await api.GetAsync("/papers", ("X-Forwarded-For", "10.1.2.3"));
        using var withKey = await api.GetAsync("/papers", ("Authorization", $"Bearer {ReadKey}"));
        using var guess = await api.GetAsync("/papers", ("Authorization", "Bearer guess-0123456789abcdef0123"));

        await JsonText.ProblemAsync(refused, 429, "too-many-requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await JsonText.ProblemAsync(forwarded, 429, "too-many-requests");
        Assert.Equal(HttpStatusCode.OK, withKey.StatusCode);
        await JsonText.ProblemAsync(guess, 429, "too-many-requests");
    }

    [Fact]
    public async Task Start_BeyondLoopbackWithoutAKey_FailsAndNamesTheKey()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiProcess.StartAsync(("Api:Urls", "http://127.0.0.1:0;http://0.0.0.0:0")));

        Assert.StartsWith("Api:Keys:", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_FailsAndNamesTheKey()
    {
        await using var first = await ApiProcess.StartAsync();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiProcess.StartAsync(("Api:Urls", first.Address.ToString())));

        Assert.StartsWith("Api:Urls:", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }
}
