using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Hosting;
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
            .AddSingleton<ListingImport>();

    /// <summary>Adds the parser's consumer.</summary>
    public static void AddParserConsumers(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<ParseListingConsumer, ParseListingConsumerDefinition>();
}
