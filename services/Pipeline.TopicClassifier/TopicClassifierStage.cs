using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.TopicClassifier;

/// <summary>The whole wiring of the topic classifier: its services, and its consumers on the bus.</summary>
public static class TopicClassifierStage
{
    /// <summary>Adds the topic classifier's services.</summary>
    public static IServiceCollection AddTopicClassifier(this IServiceCollection services)
        => services
            .AddValidatedOptions<TopicClassifierOptions, TopicClassifierOptionsValidator>(TopicClassifierOptions.Section)
            .AddSingleton(provider => Create(provider.GetRequiredService<IOptions<TopicClassifierOptions>>().Value))
            .AddSingleton<TopicsEnrichment>();

    /// <summary>Adds the topic classifier's consumers: one for fresh papers, one for papers done again.</summary>
    public static void AddTopicClassifierConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ClassifyTopicsConsumer, BatchQueueDefinition<ClassifyTopicsConsumer, TopicClassifierOptions>>();
        bus.AddConsumer<ReclassifyTopicsConsumer, BatchQueueDefinition<ReclassifyTopicsConsumer, TopicClassifierOptions>>();
    }

    private static TopicAnalyzer Create(TopicClassifierOptions options)
    {
        if (options.TaxonomyFile is not { } path)
        {
            return new TopicAnalyzer(Taxonomy.Default, options.MinimumScore);
        }

        using var file = File.OpenRead(path);
        return new TopicAnalyzer(Taxonomy.Load(file), options.MinimumScore);
    }
}
