using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.TopicClassifier;

/// <summary>The whole wiring of the topic classifier: its services, and its consumers on the bus.</summary>
public static class TopicClassifierStage
{
    /// <summary>Adds the topic classifier's services.</summary>
    public static IServiceCollection AddTopicClassifier(this IServiceCollection services)
        => services
            .AddValidatedOptions<TopicClassifierOptions, TopicClassifierOptionsValidator>(TopicClassifierOptions.Section)

            // Made once ahead, with the options: a wrong file stops the start, not the first batch.
            .PostConfigure<TopicClassifierOptions>(options => Create(options))
            .AddSingleton(provider => Create(provider.GetRequiredService<IOptions<TopicClassifierOptions>>().Value))
            .AddSingleton(CreateLookup)
            .AddSingleton<TopicsEnrichment>()
            .AddStageQueues(StageQueues.Of(PipelineStage.Topics, typeof(ClassifyTopicsConsumer), typeof(ReclassifyTopicsConsumer)));

    /// <summary>Adds the topic classifier's consumers: one for fresh papers, one for papers done again.</summary>
    public static void AddTopicClassifierConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ClassifyTopicsConsumer, BatchQueueDefinition<ClassifyTopicsConsumer, TopicClassifierOptions>>();
        bus.AddConsumer<ReclassifyTopicsConsumer, ReprocessQueueDefinition<ReclassifyTopicsConsumer, TopicClassifierOptions>>();
    }

    /// <summary>
    /// Adds the names of the topics that the topic classifier assigns, for those who read its results; and the classifier's method, which
    /// tells its version and is read when somebody asks for it.
    /// </summary>
    public static IServiceCollection AddTopicNames(this IServiceCollection services)
        => services
            .AddValidatedOptions<TopicClassifierOptions, TopicClassifierOptionsValidator>(TopicClassifierOptions.Section)
            .PostConfigure<TopicClassifierOptions>(options => ReadTaxonomy(options))
            .AddSingleton(provider => Create(provider.GetRequiredService<IOptions<TopicClassifierOptions>>().Value))
            .AddSingleton(CreateLookup);

    private static TopicLookup CreateLookup(IServiceProvider provider)
        => new(ReadTaxonomy(provider.GetRequiredService<IOptions<TopicClassifierOptions>>().Value));

    private static Taxonomy ReadTaxonomy(TopicClassifierOptions options) => Read(nameof(options.TaxonomyFile), options.TaxonomyFile, Taxonomy.Load) ?? Taxonomy.Default;

    private static TopicAnalyzer Create(TopicClassifierOptions options)
    {
        var taxonomy = ReadTaxonomy(options);
        if (options.MinimumScore is not (null or (>= 0 and <= 1)))
        {
            // The check of the options says so better than an exception here.
            return new(taxonomy, null);
        }

        return Naming(nameof(options.ModelFile), options.ModelFile ?? "built in", () => new TopicAnalyzer(
            taxonomy,
            options.MinimumScore,
            Read(nameof(options.ModelFile), options.ModelFile, BuiltInModels.Read) ?? OwnModel(taxonomy, options)));
    }

    // A taxonomy of the user's own may have the name of a built-in one and other topics; then its terms decide.
    private static TopicModel? OwnModel(Taxonomy taxonomy, TopicClassifierOptions options)
        => BuiltInModels.Find(taxonomy.Name) is { } model && (options.TaxonomyFile is null || model.Fits(taxonomy)) ? model : null;

    private static T? Read<T>(string key, string? path, Func<Stream, T> read)
        where T : class
    {
        return path is null ? null : Naming(key, path, () =>
        {
            using var file = File.OpenRead(path);
            return read(file);
        });
    }

    private static T Naming<T>(string key, string path, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or TaxonomyException or TopicModelException)
        {
            var failure = $"{TopicClassifierOptions.Section}:{key}: {path}: {e.Message}";
            throw new OptionsValidationException(TopicClassifierOptions.Section, typeof(TopicClassifierOptions), [failure]);
        }
    }
}
