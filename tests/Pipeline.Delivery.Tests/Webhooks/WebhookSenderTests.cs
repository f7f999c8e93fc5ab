using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Delivery.Webhooks;
using Pipeline.Storage.Contract;
using Pipeline.TestOrigins;

namespace Pipeline.Delivery.Tests.Webhooks;

public sealed class WebhookSenderTests
{
    private const string Other = "whsec_/////////////////////////////////w==";

    private static readonly WebhookMessage Message = new(
        "5f0c4a52-0000-4000-8000-000000000001", Encoding.UTF8.GetBytes("""{"type":"paper.enriched.v1"}"""), 7, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_IsSentAsStandardWebhooksSays()
    {
        await using var rig = await WebhookRig.StartAsync();

        var result = await SendAsync(rig, rig.Webhook("/hook"));

        var hook = Assert.Single(rig.Receiver.At("/hook"));
        Assert.True(hook.Genuine);
        Assert.Equal(Message.Id, hook.Id);
        Assert.Equal("application/cloudevents+json", hook.Headers["content-type"]);
        Assert.Equal(Message.TraceParent, hook.Headers["traceparent"]);
        Assert.StartsWith("paper-pipeline/", hook.Headers["user-agent"], StringComparison.Ordinal);
        Assert.Equal((true, 204, 7, Message.Id), (result.Attempt.Delivered, result.Attempt.Status, result.Attempt.ChangeSequence, result.Attempt.MessageId));
    }

    [Fact]
    public async Task Rotation_SignsWithBothSecretsUntilTheFormerEnds()
    {
        await using var rig = await WebhookRig.StartAsync();
        var rotated = rig.Webhook("/hook", filter: null, Other, HookReceiver.Secret);

        await SendAsync(rig, With(rotated, endsAt: TimeProvider.System.GetUtcNow().AddMinutes(5)));
        await SendAsync(rig, With(rotated, endsAt: TimeProvider.System.GetUtcNow().AddMinutes(-1)));

        Assert.Equal([true, false], rig.Receiver.At("/hook").Select(hook => hook.Genuine));
        Assert.Equal([2, 1], rig.Receiver.At("/hook").Select(hook => hook.Headers["webhook-signature"].Split(' ').Length));
    }

    [Theory]
    [InlineData("id\r\nx-evil: 1", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", HookReceiver.Secret)]
    [InlineData("id", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nx-evil: 1", HookReceiver.Secret)]
    [InlineData("id", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n", HookReceiver.Secret)]
    [InlineData("id", null, "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX\r\nx-evil: 1")]
    public async Task LineBreaks_GetIntoNoHeader(string id, string? trace, string secret)
    {
        await using var rig = await WebhookRig.StartAsync();

        var result = await rig.Sender.SendAsync(rig.Webhook("/hook", filter: null, secret), Message with { Id = id, TraceParent = trace }, Token);

        Assert.DoesNotContain(rig.Receiver.At("/hook"), hook => hook.Headers.ContainsKey("x-evil"));
        Assert.All(rig.Receiver.At("/hook"), hook => Assert.False(hook.Headers.ContainsKey("traceparent")));
        Assert.DoesNotContain("AAEC", result.Attempt.Note ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task LineBreaks_InAnAddress_AreRefused()
    {
        await using var rig = await WebhookRig.StartAsync();

        var result = await SendAsync(rig, rig.Webhook(rig.Receiver.Address + "/hook HTTP/1.1\r\nx-evil: 1"));

        Assert.Empty(rig.Receiver.At("/hook"));
        Assert.False(result.Attempt.Delivered);
    }

    [Fact]
    public async Task Receiver_ThatHangs_IsWaitedForUntilTheTimeout()
    {
        await using var rig = await WebhookRig.StartAsync(("Webhooks:Timeout", "00:00:00.200"));
        rig.Receiver.On("/hang", HookReceiver.HangAsync);

        var result = await SendAsync(rig, rig.Webhook("/hang"));

        Assert.Equal((false, null, "no answer within 0.2 s"), (result.Attempt.Delivered, result.Attempt.Status, result.Attempt.Note));
    }

    [Fact]
    public async Task Receiver_ThatTakesTheMessageAndNeverEndsItsAnswer_HasTakenIt()
    {
        await using var rig = await WebhookRig.StartAsync(("Webhooks:Timeout", "00:00:00.300"));
        rig.Receiver.On("/drip", async context =>
        {
            await context.Response.WriteAsync("o", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await HookReceiver.HangAsync(context);
        });

        Assert.True((await SendAsync(rig, rig.Webhook("/drip"))).Attempt.Delivered);
    }

    [Fact]
    public async Task Receiver_WithAHugeAnswer_IsReadToASmallBound()
    {
        await using var rig = await WebhookRig.StartAsync();
        long written = 0;
        rig.Receiver.On("/huge", async context =>
        {
            context.Response.StatusCode = 500;
            var line = Encoding.UTF8.GetBytes(new string('x', 64 * 1024));
            while (written < 1024L * 1024 * 1024)
            {
                await context.Response.Body.WriteAsync(line, context.RequestAborted);
                written += line.Length;
            }
        });

        var result = await SendAsync(rig, rig.Webhook("/huge"));

        Assert.InRange(result.Attempt.Note!.Length, 1, 200);
        Assert.InRange(written, 0, 64L * 1024 * 1024);
    }

    [Fact]
    public async Task Receiver_ThatBreaksOff_HasFailed()
    {
        await using var rig = await WebhookRig.StartAsync();
        rig.Receiver.On("/reset", HookReceiver.ResetAsync);

        var result = await SendAsync(rig, rig.Webhook("/reset"));

        Assert.Equal((WebhookVerdict.Failed, null), (result.Verdict, result.Attempt.Status));
        Assert.StartsWith("it cannot be reached, or broke off", result.Attempt.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_WhoGivesUp_GetsNoResult()
    {
        await using var rig = await WebhookRig.StartAsync();
        rig.Receiver.On("/hang", HookReceiver.HangAsync);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        rig.Receiver.OnReceived = _ => end.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.Sender.SendAsync(rig.Webhook("/hang"), Message, end.Token));
    }

    [Fact]
    public async Task Test_SendsASignedEventThatTellsOfNothing()
    {
        await using var rig = await WebhookRig.StartAsync();

        var attempt = await rig.Test.SendAsync(rig.Webhook("/hook") with { State = SubscriptionState.Paused }, Token);

        var hook = Assert.Single(rig.Receiver.At("/hook"));
        Assert.Equal(("pipeline.test.v1", true, attempt.MessageId), (hook.Type, hook.Genuine, hook.Id));
        Assert.Equal((true, 0), (attempt.Delivered, attempt.ChangeSequence));
    }

    private static Task<WebhookResult> SendAsync(WebhookRig rig, Subscription subscription) => rig.Sender.SendAsync(subscription, Message, Token);

    private static Subscription With(Subscription rotated, DateTimeOffset endsAt) => rotated with
    {
        Webhook = rotated.Webhook! with { Secrets = [rotated.Webhook.Secrets[0], rotated.Webhook.Secrets[1] with { EndsAt = endsAt }] },
    };
}
