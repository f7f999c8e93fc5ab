using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>A web server on loopback that plays a source, faults included.</summary>
internal sealed class TestOrigin : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<SeenRequest> _requests = [];
    private readonly ConcurrentDictionary<string, RequestDelegate> _paths = new(StringComparer.Ordinal);

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

    public static async Task<TestOrigin> StartAsync()
    {
        var origin = new TestOrigin();
        await origin._server.StartAsync(TestContext.Current.CancellationToken);
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

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        _requests.Enqueue(new(
            request.Path, request.QueryString.Value ?? "", request.Host.Value ?? "", request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        return _paths.TryGetValue(request.Path, out var answer) ? answer(context) : Status(404)(context);
    }
}

/// <summary>A request as the origin saw it.</summary>
internal sealed record SeenRequest(string Path, string Query, string Host, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Value of a parameter of the query; null when it is absent.</summary>
    public string? Parameter(string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Query).TryGetValue(name, out var value) ? value.ToString() : null;
}
