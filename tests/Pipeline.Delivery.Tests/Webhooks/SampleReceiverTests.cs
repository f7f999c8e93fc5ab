using System.Diagnostics;
using System.Net;
using System.Text;
using Pipeline.Delivery.Webhooks;
using Pipeline.Testing;
using Pipeline.TestOrigins;

namespace Pipeline.Delivery.Tests.Webhooks;

/// <summary>The sample for receivers, as a program that knows nothing of this code: what it believes, and what it does not.</summary>
public sealed class SampleReceiverTests : IAsyncLifetime
{
    private static readonly string Python = Environment.GetEnvironmentVariable("PIPELINE_TEST_PYTHON") ?? "/usr/bin/python3";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":"paper.enriched.v1","subject":"arxiv:2501.00001"}""");

    private readonly string _state = Path.GetTempFileName();
    private readonly HttpClient _client = new();
    private Process? _receiver;
    private Uri? _address;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not there.");
        var start = new ProcessStartInfo(Python, [Path.Combine(RepositoryFiles.Root, "contracts", "samples", "webhook_receiver.py"), "0", _state])
        {
            RedirectStandardOutput = true,
            Environment = { ["WEBHOOK_SECRET"] = HookReceiver.Secret },
        };
        _receiver = Process.Start(start)!;
        var line = await _receiver.StandardOutput.ReadLineAsync(Token);
        _address = new(line!.Split(' ')[^1]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_receiver is { } receiver)
        {
            receiver.Kill();
            await receiver.WaitForExitAsync(CancellationToken.None);
            receiver.Dispose();
        }

        _client.Dispose();
        File.Delete(_state);
    }

    [Fact]
    public async Task Event_ThatTheSenderSends_IsTaken_AndHandledOnceHoweverOftenItComes()
    {
        await using var rig = await Support.WebhookRig.StartAsync();
        var message = new WebhookMessage("5f0c4a52-0000-4000-8000-000000000001", Body, 7, TraceParent: null);
        var webhook = rig.Webhook(_address!.ToString());

        Assert.True((await rig.Sender.SendAsync(webhook, message, Token)).Attempt.Delivered);
        Assert.True((await rig.Sender.SendAsync(webhook, message, Token)).Attempt.Delivered);
        Assert.True((await rig.Sender.SendAsync(webhook, message with { Id = "5f0c4a52-0000-4000-8000-000000000002" }, Token)).Attempt.Delivered);

        Assert.Equal(["5f0c4a52-0000-4000-8000-000000000001", "5f0c4a52-0000-4000-8000-000000000002"], await File.ReadAllLinesAsync(_state, Token));
    }

    [Fact]
    public async Task Event_SignedWithAnotherSecret_IsRefused()
    {
        await using var rig = await Support.WebhookRig.StartAsync();
        var webhook = rig.Webhook(_address!.ToString(), filter: null, "whsec_/////////////////////////////////w==");

        Assert.Equal(401, (await rig.Sender.SendAsync(webhook, new("id-1", Body, 7, TraceParent: null), Token)).Attempt.Status);
    }

    [Theory]
    [InlineData(0, "", "", HttpStatusCode.NoContent)]
    [InlineData(-290, "", "", HttpStatusCode.NoContent)]
    [InlineData(-310, "", "", HttpStatusCode.Unauthorized)]
    [InlineData(310, "", "", HttpStatusCode.Unauthorized)]
    [InlineData(0, "x", "", HttpStatusCode.Unauthorized)]
    [InlineData(0, "", " ", HttpStatusCode.Unauthorized)]
    public async Task Event_ThatWasRecordedOrAltered_IsRefused(int seconds, string idEnd, string bodyEnd, HttpStatusCode expected)
    {
        var at = TimeProvider.System.GetUtcNow().AddSeconds(seconds);
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent([.. Body, .. Encoding.UTF8.GetBytes(bodyEnd)]) };
        request.Headers.Add("webhook-id", $"id-1{idEnd}");
        request.Headers.Add("webhook-timestamp", $"{at.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", WebhookSignature.Sign("id-1", at, Body, [HookReceiver.Secret]));

        using var answer = await _client.SendAsync(request, Token);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.NoContent ? 1 : 0, (await File.ReadAllLinesAsync(_state, Token)).Length);
    }
}
