using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Pipeline.Api.Access;
using Pipeline.Api.Hosting;
using Pipeline.Api.Runs;
using Pipeline.Api.Sources;
using Pipeline.Api.Subscriptions;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Scheduler;
using Pipeline.TopicClassifier;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api;

/// <summary>The whole wiring of the API.</summary>
public static class ApiStage
{
    /// <summary>Adds the API; it opens once everything else of the process has started. Needs a store and a bus.</summary>
    public static IServiceCollection AddPipelineApi(this IServiceCollection services)
    {
        services.AddValidatedOptions<ApiOptions, ApiOptionsValidator>(ApiOptions.Section);
        services.AddSourceRequests().AddReprocessRequests().AddPublicAddress().AddDigestRequests().AddSubscriptionWork();

        // The classifier itself brings them too.
        if (!services.Any(service => service.ServiceType == typeof(TopicLookup)))
        {
            services.AddTopicNames();
        }

        services.ConfigureOpenTelemetryMeterProvider(meters => meters.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting"));
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddSource("Microsoft.AspNetCore"));
        return services
            .AddSingleton<ApiKeys>()
            .AddSingleton(provider => new StageVersions(() => provider.GetRequiredService<TopicAnalyzer>()))
            .AddSingleton<SourceOverview>()
            .AddSingleton<DigestOutlook>()
            .AddSingleton<ApiServer>()
            .AddHostedService(provider => provider.GetRequiredService<ApiServer>());
    }
}
