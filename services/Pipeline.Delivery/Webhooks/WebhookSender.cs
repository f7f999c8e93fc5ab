using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Network;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Events;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Sends one message to one subscriber, once.</summary>
internal sealed partial class WebhookSender(WebhookHttp http, IOptions<WebhookOptions> options, TimeProvider time)
{
    private const int HeadBytes = 1024;

    // What is left of the answer's body by then is of no interest.
    private static readonly TimeSpan HeadTimeout = TimeSpan.FromSeconds(1);

    private static readonly string UserAgent = "paper-pipeline/" + typeof(WebhookSender).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Sends a message. Whatever the other side does is a result, not an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; whether the message was taken is not known.</exception>
    public async Task<WebhookResult> SendAsync(Subscription subscription, WebhookMessage message, CancellationToken cancellationToken)
    {
        var at = time.GetStoredNow();
        var started = time.GetTimestamp();
        using var limit = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var answer = await AnswerAsync(subscription.Webhook!, message, at, limit.Token, either.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return new(
            new()
            {
                Id = NewId.NextGuid(),
                SubscriptionId = subscription.Id,
                ChangeSequence = message.Sequence,
                MessageId = message.Id,
                At = at,
                Duration = time.GetElapsedTime(started),
                Delivered = answer.Verdict == WebhookVerdict.Taken,
                Status = answer.Status,
                Note = answer.Note,
            },
            answer.Verdict,
            answer.Wait);
    }

    private async Task<Answer> AnswerAsync(
        Webhook webhook, WebhookMessage message, DateTimeOffset at, CancellationToken limit, CancellationToken either)
    {
        if (WebhookAddress.Refusal(webhook.Url, options.Value.AllowPrivateHosts) is { } refusal)
        {
            return Answer.None(refusal);
        }

        try
        {
            return await AskAsync(webhook, message, at, either);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Answer.None($"no answer within {options.Value.Timeout.TotalSeconds:0.###} s");
        }
        catch (Exception e) when (Explain(e) is { } explained)
        {
            return Answer.None(explained);
        }
    }

    private async Task<Answer> AskAsync(Webhook webhook, WebhookMessage message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var request = Create(webhook, message, at);
        using var response = await http.SendAsync(request, cancellationToken);
        var status = (int)response.StatusCode;
        return new(
            WebhookAnswer.Verdict(status),
            status,
            WebhookAnswer.Note(status, response.Headers.Location?.OriginalString, await HeadAsync(response, cancellationToken)),
            WebhookAnswer.Wait(status, name => HeaderOf(response, name), time.GetUtcNow()));
    }

    private static string? Explain(Exception failure) => failure switch
    {
        HttpRequestException { InnerException: PrivateHostException refused } => refused.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"no secure connection: {(failure.InnerException ?? failure).Message}",
        FormatException form => form.Message,
        HttpRequestException or IOException or SocketException => $"it cannot be reached, or broke off: {(failure.InnerException ?? failure).Message}",
        _ => null,
    };

    private static HttpRequestMessage Create(Webhook webhook, WebhookMessage message, DateTimeOffset at)
    {
        var secrets = webhook.Secrets.Where(secret => secret.EndsAt is not { } end || end > at).Select(secret => secret.Value);
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = new ReadOnlyMemoryContent(message.Body) { Headers = { ContentType = new MediaTypeHeaderValue(EventWriter.ContentType) } },
        };
        request.Headers.Add("User-Agent", UserAgent);
        request.Headers.Add(WebhookHeaders.Signature, WebhookSignature.Sign(message.Id, at, message.Body.Span, secrets));
        request.Headers.Add(WebhookHeaders.Id, message.Id);
        request.Headers.Add(WebhookHeaders.Timestamp, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (message.TraceParent is { } trace && TraceForm.IsMatch(trace))
        {
            request.Headers.Add(TraceParent.Attribute, trace);
        }

        return request;
    }

    private static string? HeaderOf(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    // The status says what became of the message; a body that never ends changes nothing about it.
    private async Task<byte[]> HeadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(HeadTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var head = new byte[HeadBytes];
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            return head[..await body.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, either.Token)];
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            return [];
        }
    }

    [GeneratedRegex("^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex TraceForm { get; }

    private sealed record Answer(WebhookVerdict Verdict, int? Status, string? Note, TimeSpan? Wait)
    {
        public static Answer None(string note) => new(WebhookVerdict.Failed, Status: null, WebhookAnswer.Line(note), Wait: null);
    }
}

/// <summary>What became of a message.</summary>
/// <param name="Attempt">The attempt, as it is kept.</param>
/// <param name="Verdict">What the other side made of it.</param>
/// <param name="Wait">How long it asks to be left alone; null when it does not.</param>
internal sealed record WebhookResult(DeliveryAttempt Attempt, WebhookVerdict Verdict, TimeSpan? Wait);
