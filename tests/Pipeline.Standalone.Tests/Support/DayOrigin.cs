using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Standalone.Tests.Support;

/// <summary>A web server on loopback that lists one paper for every day asked for: <c>/2026-01-31</c>.</summary>
internal sealed class DayOrigin : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _days = [];
    private readonly ConcurrentDictionary<string, RequestDelegate> _otherwise = new(StringComparer.Ordinal);

    private DayOrigin()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Its address with the place of the day.</summary>
    public string Address => $"{_server.Urls.Single()}/{{date}}";

    /// <summary>The days asked for, in order.</summary>
    public IReadOnlyList<string> Days => [.. _days];

    public static async Task<DayOrigin> StartAsync()
    {
        var origin = new DayOrigin();
        await origin._server.StartAsync(TestContext.Current.CancellationToken);
        return origin;
    }

    /// <summary>Answers a day with a page that is no listing.</summary>
    public void AskToLogInOn(string day) => _otherwise[day] = context =>
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<html><body>Please log in</body></html>");
    };

    /// <summary>Answers a day with a status.</summary>
    public void RefuseOn(string day, int status) => _otherwise[day] = context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>Answers a day not before the asker has hung up.</summary>
    public void HoldOn(string day) => _otherwise[day] = context =>
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    };

    /// <summary>Answers a day as any other again.</summary>
    public void Release(string day) => _otherwise.TryRemove(day, out _);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var day = context.Request.Path.Value!.TrimStart('/');
        if (day == "robots.txt")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        _days.Enqueue(day);
        if (_otherwise.TryGetValue(day, out var answer))
        {
            return answer(context);
        }

        context.Response.ContentType = "application/x-ndjson";
        return context.Response.WriteAsync(
            $$"""{"title":"A paper of {{day}}","abstract":"We propose a method that reaches 91.5% accuracy on {{day}}."}""" + "\n");
    }
}
