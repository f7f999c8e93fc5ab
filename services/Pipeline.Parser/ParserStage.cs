using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser;

/// <summary>The whole wiring of the parser: its services, and its consumer on the bus.</summary>
public static class ParserStage
{
    /// <summary>Adds the parser's services.</summary>
    public static IServiceCollection AddParser(this IServiceCollection services)
        => services
            .AddValidatedOptions<ParserOptions, ParserOptionsValidator>(ParserOptions.Section)
            .AddSingleton<ListingReader>()
            .AddSingleton<PendingGate>()
            .AddSingleton<ListingImport>()
            .AddStageQueues(StageQueues.Of(PipelineStage.Parse, typeof(ParseListingConsumer)))
            .AddSingleton(provider => new ListingReparse(
                provider.GetRequiredService<IListingArchive>(),
                provider.GetRequiredService<IListingStore>(),
                provider.GetRequiredService<IPaperStore>(),
                provider.GetRequiredService<ListingReader>(),
                provider.GetRequiredService<ListingImport>(),
                provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds the parser's consumer.</summary>
    public static void AddParserConsumers(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<ParseListingConsumer, ParseListingConsumerDefinition>();
}
