using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Liveness, readiness and metrics on one port.</summary>
public static class HealthExtensions
{
    /// <summary>Adds the endpoint; it opens when <see cref="HealthOptions.Port"/> is set.</summary>
    public static IServiceCollection AddHealthEndpoint(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealthCheck>("store", tags: ["ready"]);
        return services
            .AddValidatedOptions<HealthOptions, HealthOptionsValidator>(HealthOptions.Section)
            .AddHostedService<HealthEndpoint>();
    }
}
