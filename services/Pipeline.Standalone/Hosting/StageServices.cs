using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.ClaimExtractor;
using Pipeline.Delivery;
using Pipeline.Fetcher;
using Pipeline.Parser;
using Pipeline.Scheduler;
using Pipeline.Standalone.Ingestion;
using Pipeline.TopicClassifier;

namespace Pipeline.Standalone.Hosting;

/// <summary>The stages of the pipeline in this process.</summary>
internal static class StageServices
{
    /// <summary>Adds them, over queues in this process or, with separate workers, as one more of those.</summary>
    public static void AddStages(this IServiceCollection services, Deployment deployment, PipelineScope scope)
    {
        services.AddClaimExtractor().AddTopicClassifier().AddDelivery().AddScheduler().AddRetries().AddPausing();
        _ = scope switch
        {
            PipelineScope.Everything => services.AddSourceSchedules().AddReprocessing().AddWebhooks().AddDigests(),
            PipelineScope.Reprocessing => services.AddReprocessing(),
            PipelineScope.Runs => services.AddSourceRuns(),
            _ => services,
        };

        if (deployment.Workers)
        {
            services.AddPublicExchange().AddBrokersDead().AddRabbitMqMessaging(AddConsumers);

            // The broker's queues outlive this process, and other workers are at it.
            services.PostConfigure<SchedulerOptions>(scheduler => scheduler.ResumeAtStart = false);
        }
        else
        {
            services.PostConfigure<ParserOptions>(parser => parser.AnnounceAgain = true);
            services.AddMissingEvents().AddSingleton<DeliveryWait>().AddInMemoryMessaging(bus =>
            {
                AddConsumers(bus);

                // On a broker its queue would outlive this process, and fill with nobody to read it.
                bus.AddConsumer<FaultConsumer>();
            });
        }
    }

    private static void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddFetcherConsumers();
        bus.AddParserConsumers();
        bus.AddClaimExtractorConsumers();
        bus.AddTopicClassifierConsumers();
        bus.AddDeliveryConsumers();
    }
}
