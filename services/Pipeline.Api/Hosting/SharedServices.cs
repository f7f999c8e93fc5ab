using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Api.Runs;
using Pipeline.Api.Sources;
using Pipeline.Api.Subscriptions;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Scheduler;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Hosting;

/// <summary>What endpoints ask for: the same objects that the rest of the process uses.</summary>
internal static class SharedServices
{
    private static readonly Type[] Shared =
    [
        typeof(IPaperStore),
        typeof(ITimelineStore),
        typeof(IChangeLog),
        typeof(IReprocessStore),
        typeof(ReprocessRuns),
        typeof(StageVersions),
        typeof(ISourceStore),
        typeof(IFetchRunStore),
        typeof(SourceCatalogue),
        typeof(SourceOverview),
        typeof(SourceRuns),
        typeof(CoverageReader),
        typeof(ISubscriptionStore),
        typeof(IDeliveryAttempts),
        typeof(SubscriptionWork),
        typeof(TopicLookup),
        typeof(DigestConsent),
        typeof(DigestOutlook),
        typeof(IOptions<PublicOptions>),
        typeof(TimeProvider),
    ];

    public static void AddSharedServices(this IServiceCollection services, IServiceProvider process)
    {
        foreach (var type in Shared)
        {
            // As objects, so that they are not disposed of with the web application.
            services.AddSingleton(type, process.GetRequiredService(type));
        }
    }
}
