using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Http;
using Pipeline.Fetcher.Kinds;
using Pipeline.Fetcher.Runs;

namespace Pipeline.Fetcher;

/// <summary>The whole wiring of the fetcher: its services, and its consumer on the bus.</summary>
public static class FetcherStage
{
    /// <summary>Adds the fetcher's services.</summary>
    public static IServiceCollection AddFetcher(this IServiceCollection services)
        => services
            .AddValidatedOptions<FetcherOptions, FetcherOptionsValidator>(FetcherOptions.Section)
            .AddSources()
            .AddListingHttp()
            .AddSingleton<HostTurns>()
            .AddSingleton<HttpTransport>()
            .AddSingleton<RobotsGate>()
            .AddSingleton<PoliteHttp>()
            .AddSingleton<SourcePipelines>()
            .AddSingleton(provider => new AddressFetch(provider.GetRequiredService<PoliteHttp>(), provider.GetRequiredService<SourcePipelines>()))
            .AddSingleton<ISourceReader, HfDailyReader>()
            .AddSingleton<ISourceReader, ArxivQueryReader>()
            .AddSingleton<ISourceReader, ArxivRssReader>()
            .AddSingleton<ISourceReader, ArxivOaiReader>()
            .AddSingleton<ISourceReader, AddressReader>()
            .AddSingleton<ISourceReader, DirectoryReader>()
            .AddSingleton<ListingIntake>()
            .AddSingleton<KnownAnswers>()
            .AddSingleton<AnswerIntake>()
            .AddSingleton<RunEnding>()
            .AddSingleton<RunWork>()
            .AddStageQueues(StageQueues.Of(PipelineStage.Fetch, typeof(FetchSourceConsumer)));

    /// <summary>Adds the fetcher's consumer.</summary>
    public static void AddFetcherConsumers(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<FetchSourceConsumer, FetchSourceConsumerDefinition>();
}
