using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Telemetry;

/// <summary>OpenTelemetry as <see cref="TelemetryOptions"/> asks for it.</summary>
public static class TelemetryExtensions
{
    /// <summary>Adds traces and metrics. Without a collector and without Prometheus only the ids of traces remain.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Its configuration: it decides which parts are there at all.</param>
    /// <param name="service">Name of the process, for people: <c>service.name</c>.</param>
    /// <param name="serves">Whether the process opens the health port, where <c>/metrics</c> is served.</param>
    public static IServiceCollection AddPipelineTelemetry(this IServiceCollection services, IConfiguration configuration, string service, bool serves)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddValidatedOptions<TelemetryOptions, TelemetryOptionsValidator>(TelemetryOptions.Section);

        var section = configuration.GetSection(TelemetryOptions.Section);
        var sends = !string.IsNullOrEmpty(section[nameof(TelemetryOptions.Endpoint)]);
        var scraped = serves && (!bool.TryParse(section[nameof(TelemetryOptions.Prometheus)], out var wanted) || wanted);
        if (!sends)
        {
            services.AddHostedService<TraceIds>();
        }

        if (!sends && !scraped)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(service, serviceNamespace: "pipeline"));
        telemetry.WithMetrics(metrics => metrics.AddMeters(sends, scraped));
        return sends ? telemetry.WithTracing(AddSources).Services : services;
    }

    private static void AddMeters(this MeterProviderBuilder metrics, bool sends, bool scraped)
    {
        metrics.AddMeter(InstrumentNames.Pipeline, "MassTransit").AddRuntimeInstrumentation().AddHttpClientInstrumentation();
        if (scraped)
        {
            metrics.AddPrometheusExporter();
        }

        if (sends)
        {
            metrics.AddOtlpExporter();
            metrics.ConfigureServices(services => services.ConfigureOtlp(Options.DefaultName, "v1/metrics"));
        }
    }

    private static void AddSources(TracerProviderBuilder traces)
    {
        traces.AddSource([.. TraceIds.Sources]).AddHttpClientInstrumentation();
        traces.AddOtlpExporter(TracesExporter, configure: null);
        traces.ConfigureServices(services => services.ConfigureOtlp(TracesExporter, "v1/traces"));
        traces.SetSampler(provider => new ParentBasedSampler(
            new TraceIdRatioBasedSampler(provider.GetRequiredService<IOptions<TelemetryOptions>>().Value.SampledShare)));
    }

    private const string TracesExporter = "traces";

    private static void ConfigureOtlp(this IServiceCollection services, string name, string path)
        => services.AddOptions<OtlpExporterOptions>(name).Configure<IOptions<TelemetryOptions>>((exporter, telemetry) =>
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = new Uri($"{telemetry.Value.Endpoint!.AbsoluteUri.TrimEnd('/')}/{path}");
        });
}
