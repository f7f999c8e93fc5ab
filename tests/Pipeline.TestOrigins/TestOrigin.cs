using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.TestOrigins;

/// <summary>A web server on loopback that plays a source, faults included, and keeps what it was asked, and when.</summary>
public sealed class TestOrigin : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<SeenRequest> _requests = [];
    private readonly ConcurrentQueue<HeldAnswer> _held = [];
    private readonly ConcurrentDictionary<string, RequestDelegate> _paths = new(StringComparer.Ordinal);
    private int _underWay;

    private TestOrigin()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.Latin1);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => _server.Urls.Single();

    public int Port => new Uri(Address).Port;

    /// <summary>Requests so far, those for robots.txt left out.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests.Where(request => request.Path != "/robots.txt")];

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<SeenRequest> AllRequests => [.. _requests];

    /// <summary>Answers every path that has no answer of its own; 404 unless it is set.</summary>
    public RequestDelegate Otherwise { get; set; } = Status(StatusCodes.Status404NotFound);

    public static async Task<TestOrigin> StartAsync(CancellationToken cancellationToken)
    {
        var origin = new TestOrigin();
        await origin._server.StartAsync(cancellationToken);
        return origin;
    }

    /// <summary>Answers a path, whatever its query.</summary>
    public void On(string path, RequestDelegate answer) => _paths[path] = answer;

    /// <summary>Answers a path with a text.</summary>
    public void On(string path, string mediaType, string content) => On(path, context => WriteAsync(context, mediaType, content));

    /// <summary>Answers the requests for a path one after the other, and all further ones with the last.</summary>
    public void InTurn(string path, params RequestDelegate[] answers)
    {
        var next = -1;
        On(path, context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    /// <summary>Answers a path as if nothing had been said about it.</summary>
    public void Forget(string path) => _paths.TryRemove(path, out _);

    /// <summary>Holds the answer to the first request that fits until the test lets it go.</summary>
    public HeldAnswer Hold(Func<SeenRequest, bool> which)
    {
        var held = new HeldAnswer(which);
        _held.Enqueue(held);
        return held;
    }

    public static Task WriteAsync(HttpContext context, string mediaType, string content)
    {
        context.Response.ContentType = mediaType;
        return context.Response.WriteAsync(content);
    }

    /// <summary>An answer of a status, with headers.</summary>
    public static RequestDelegate Status(int status, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    };

    /// <summary>An answer that sends the asker elsewhere.</summary>
    public static RequestDelegate Redirect(string to, int status = 302) => Status(status, ("Location", to));

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var seen = See(context.Request, Interlocked.Increment(ref _underWay));
        try
        {
            if (_held.FirstOrDefault(answer => answer.Takes(seen)) is { } held)
            {
                await held.WaitAsync(context.RequestAborted);
            }

            await (_paths.TryGetValue(seen.Path, out var answer) ? answer : Otherwise)(context);
        }
        finally
        {
            // The end of the answer is sent only after this: who waits for it before it asks again is not counted twice.
            Interlocked.Decrement(ref _underWay);
        }
    }

    private SeenRequest See(HttpRequest request, int together)
    {
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var seen = new SeenRequest(request.Path.Value ?? "", request.QueryString.Value ?? "", request.Host.Value ?? "", headers)
        {
            At = Stopwatch.GetElapsedTime(_started),
            Together = together,
        };
        _requests.Enqueue(seen);
        return seen;
    }
}
