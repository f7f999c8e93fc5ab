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

            // Read once ahead, with the options: a wrong file stops the start, not the first batch.
            .PostConfigure<TopicClassifierOptions>(options => ReadTaxonomy(options))
            .AddSingleton(provider => Create(provider.GetRequiredService<IOptions<TopicClassifierOptions>>().Value))
            .AddSingleton<TopicsEnrichment>();

    /// <summary>Adds the topic classifier's consumers: one for fresh papers, one for papers done again.</summary>
    public static void AddTopicClassifierConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ClassifyTopicsConsumer, BatchQueueDefinition<ClassifyTopicsConsumer, TopicClassifierOptions>>();
        bus.AddConsumer<ReclassifyTopicsConsumer, BatchQueueDefinition<ReclassifyTopicsConsumer, TopicClassifierOptions>>();
    }

    /// <summary>Adds the names of the topics that the topic classifier assigns, for those who read its results.</summary>
    public static IServiceCollection AddTopicNames(this IServiceCollection services)
        => services
            .AddValidatedOptions<TopicClassifierOptions, TopicClassifierOptionsValidator>(TopicClassifierOptions.Section)
            .PostConfigure<TopicClassifierOptions>(options => ReadTaxonomy(options))
            .AddSingleton(provider => new TopicLookup(ReadTaxonomy(provider.GetRequiredService<IOptions<TopicClassifierOptions>>().Value)));

    private static TopicAnalyzer Create(TopicClassifierOptions options) => new(ReadTaxonomy(options), options.MinimumScore);

    private static Taxonomy ReadTaxonomy(TopicClassifierOptions options)
    {
        if (options.TaxonomyFile is not { } path)
        {
            return Taxonomy.Default;
        }

        try
        {
            using var file = File.OpenRead(path);
            return Taxonomy.Load(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or TaxonomyException)
        {
            var failure = $"{TopicClassifierOptions.Section}:{nameof(TopicClassifierOptions.TaxonomyFile)}: {path}: {e.Message}";
            throw new OptionsValidationException(TopicClassifierOptions.Section, typeof(TopicClassifierOptions), [failure]);
        }
    }
}
