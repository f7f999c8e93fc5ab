using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.TestOrigins;

/// <summary>A web server on loopback that takes webhooks, as somebody outside would write it, faults included.</summary>
public sealed class HookReceiver : IAsyncDisposable
{
    /// <summary>A secret of 24 bytes that both sides know.</summary>
    public const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ReceivedHook>> _received = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RequestDelegate> _paths = new(StringComparer.Ordinal);

    private HookReceiver(Func<string?, X509Certificate2>? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listening =>
        {
            if (certificate is not null)
            {
                listening.UseHttps(https => https.ServerCertificateSelector = (_, host) => certificate(host));
            }
        }));
        _server = builder.Build();
        _server.Run(TakeAsync);
    }

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => _server.Urls.Single();

    public int Port => new Uri(Address).Port;

    /// <summary>Called for each message, before it is answered.</summary>
    public Action<ReceivedHook> OnReceived { get; set; } = _ => { };

    public static Task<HookReceiver> StartAsync(CancellationToken cancellationToken) => StartAsync(certificate: null, cancellationToken);

    /// <summary>Starts one.</summary>
    /// <param name="certificate">Its certificate for the host that a connection asks for; null for one without TLS.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static async Task<HookReceiver> StartAsync(Func<string?, X509Certificate2>? certificate, CancellationToken cancellationToken)
    {
        var receiver = new HookReceiver(certificate);
        await receiver._server.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>What came at a path, in order, repeats included.</summary>
    public IReadOnlyList<ReceivedHook> At(string path) => _received.TryGetValue(path, out var received) ? [.. received] : [];

    /// <summary>How many came at a path.</summary>
    public int CountAt(string path) => _received.TryGetValue(path, out var received) ? received.Count : 0;

    /// <summary>Answers a path in a way of its own; 204 where nothing is said.</summary>
    public void On(string path, RequestDelegate answer) => _paths[path] = answer;

    /// <summary>Answers the messages at a path one after the other, and all further ones with the last.</summary>
    public void InTurn(string path, params RequestDelegate[] answers)
    {
        var next = -1;
        On(path, context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    /// <summary>An answer that never comes, until the asker hangs up.</summary>
    public static Task HangAsync(HttpContext context)
    {
        var hungUp = new TaskCompletionSource();
        context.RequestAborted.Register(hungUp.SetResult);
        return hungUp.Task;
    }

    /// <summary>No answer: the connection is cut.</summary>
    public static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var at = Stopwatch.GetTimestamp();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var path = context.Request.Path.Value!;
        var hook = Read(path, context.Request.Headers, body.ToArray()) with { At = at };
        _received.GetOrAdd(path, _ => []).Enqueue(hook);
        OnReceived(hook);
        if (_paths.TryGetValue(path, out var answer))
        {
            await answer(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private static ReceivedHook Read(string path, IHeaderDictionary headers, byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var (id, timestamp) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
        return new(path, id, json.RootElement.GetProperty("type").GetString()!)
        {
            Sequence = json.RootElement.TryGetProperty("sequence", out var sequence) ? long.Parse(sequence.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : 0,
            Genuine = IsSigned(id, timestamp, body, headers["webhook-signature"].ToString()),
            Headers = headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
    }

    // Written anew after the specification, so that both sides do not share an error.
    private static bool IsSigned(string id, string timestamp, byte[] body, string signatures)
    {
        var signed = (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var right = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), signed));
        return signatures.Split(' ').Contains(right, StringComparer.Ordinal);
    }
}

/// <summary>A message as a receiver sees it.</summary>
/// <param name="Path">Where it came.</param>
/// <param name="Id">Its <c>webhook-id</c>.</param>
/// <param name="Type">The type of the event.</param>
public sealed record ReceivedHook(string Path, string Id, string Type)
{
    /// <summary>Place of the event in the change log; 0 when it has none.</summary>
    public long Sequence { get; init; }

    /// <summary>Whether the secret of this receiver signed it.</summary>
    public bool Genuine { get; init; }

    /// <summary>Its headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>When it came, as a timestamp of the stopwatch.</summary>
    public long At { get; init; }
}
