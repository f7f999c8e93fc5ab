using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.Fetcher;

/// <summary>The whole wiring of the fetcher: its services, and its consumer on the bus.</summary>
public static class FetcherStage
{
    /// <summary>Adds the fetcher's services.</summary>
    public static IServiceCollection AddFetcher(this IServiceCollection services)
        => services
            .AddValidatedOptions<FetcherOptions, FetcherOptionsValidator>(FetcherOptions.Section)
            .AddSingleton<ListingIntake>();

    /// <summary>Adds the fetcher's consumer.</summary>
    public static void AddFetcherConsumers(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<FetchSourceConsumer, FetchSourceConsumerDefinition>();
}
