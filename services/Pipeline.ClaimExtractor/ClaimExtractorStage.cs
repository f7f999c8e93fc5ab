using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.ClaimExtractor.Extraction;

namespace Pipeline.ClaimExtractor;

/// <summary>The whole wiring of the claim extractor: its services, and its consumers on the bus.</summary>
public static class ClaimExtractorStage
{
    /// <summary>Adds the claim extractor's services.</summary>
    public static IServiceCollection AddClaimExtractor(this IServiceCollection services)
        => services
            .AddValidatedOptions<ClaimExtractorOptions, ClaimExtractorOptionsValidator>(ClaimExtractorOptions.Section)
            .AddSingleton<ClaimAnalyzer>()
            .AddSingleton<ClaimsEnrichment>()
            .AddStageQueues(StageQueues.Of(PipelineStage.Claims, typeof(ExtractClaimsConsumer), typeof(ReextractClaimsConsumer)));

    /// <summary>Adds the claim extractor's consumers: one for fresh papers, one for papers done again.</summary>
    public static void AddClaimExtractorConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ExtractClaimsConsumer, BatchQueueDefinition<ExtractClaimsConsumer, ClaimExtractorOptions>>();
        bus.AddConsumer<ReextractClaimsConsumer, ReprocessQueueDefinition<ReextractClaimsConsumer, ClaimExtractorOptions>>();
    }
}
