using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Pipeline.Api.Access;
using Pipeline.Api.Description;
using Pipeline.Api.Errors;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.Api.Hosting;

/// <summary>Puts the web application together: what a request goes through, in order.</summary>
internal static class ApiApplication
{
    private const int MaxBodyBytes = 64 * 1024;

    /// <summary>Builds it over the services of the process, which outlive it.</summary>
    public static WebApplication Build(IServiceProvider services, ApiOptions options, IReadOnlyList<ListenAddress> addresses)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, addresses));
        builder.Services.AddRouting();
        builder.Services.AddRateLimiter(limiter => RequestLimit.Configure(limiter, options.RequestsPerMinute));
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = options.RequestTimeout });
        builder.Services.AddResponseCompression(compression =>
            compression.MimeTypes = ["application/json", Problem.ContentType, "application/atom+xml", "application/feed+json"]);
        builder.Services.AddApiDescription();
        builder.Services.AddSharedServices(services);
        builder.Services.AddSingleton(services.GetRequiredService<ILoggerFactory>());
        builder.Services.AddSingleton(_ => new PlaceGate(options));

        var app = builder.Build();
        app.UseEverything(new AccessGate(
            services.GetRequiredService<ApiKeys>(),
            addresses.Any(address => !address.IsLoopback),
            services.GetRequiredService<IOptions<PublicOptions>>().Value.Read()));
        app.MapPipelineApi();
        return app;
    }

    // The order decides: who is limited has been identified, who is refused has been counted and takes no place, and who waits for one
    // does so in its own time.
    private static void UseEverything(this WebApplication app, AccessGate gate)
    {
        app.Use(SecureAsync);
        app.UseResponseCompression();
        app.UseErrorAnswers();
        app.UseRouting();
        app.Use(gate.CheckHostAsync);
        app.Use(gate.IdentifyAsync);
        app.UseRateLimiter();
        app.Use(gate.AdmitAsync);
        app.UseRequestTimeouts();
        app.Use(app.Services.GetRequiredService<PlaceGate>().EnterAsync);
    }

    private static void Configure(KestrelServerOptions kestrel, IReadOnlyList<ListenAddress> addresses)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        foreach (var address in addresses)
        {
            if (address.Address is { } one)
            {
                kestrel.Listen(one, address.Port);
            }
            else
            {
                kestrel.ListenLocalhost(address.Port);
            }
        }
    }

    // When the answer starts, because an error clears what was set before.
    private static Task SecureAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            }

            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Authorization);
            return Task.CompletedTask;
        });
        return next(context);
    }
}
