using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Answers liveness (the process runs) and readiness (broker and store answer) over HTTP, with the metrics beside them, when a port is configured.</summary>
internal sealed class HealthEndpoint(
    HealthCheckService checks, IOptions<HealthOptions> options, IOptions<TelemetryOptions>? telemetry = null, MeterProvider? meters = null)
    : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>Whether a port is open.</summary>
    internal bool Listens => _app is not null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Port == 0)
        {
            return;
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Parse(options.Value.Address), options.Value.Port));
        builder.Services.AddRoutingCore();

        _app = builder.Build();
        if (meters is not null && telemetry?.Value.Prometheus == true)
        {
            _app.UseOpenTelemetryPrometheusScrapingEndpoint(meters, predicate: null, "/metrics", configureBranchedPipeline: null, optionsName: null);
        }

        _app.MapGet("/health/live", () => Results.Text("alive"));
        _app.MapGet("/health/ready", ReadyAsync);
        await _app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IResult> ReadyAsync(CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(check => check.Tags.Contains("ready"), cancellationToken);
        var lines = report.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {e.Value.Status}");
        return Results.Text(
            string.Join('\n', lines),
            statusCode: report.Status == HealthStatus.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
