using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MongoDB.Bson.IO;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Mongo.Bson;
using Pipeline.Storage.Mongo.Changes;
using Pipeline.Storage.Mongo.Failures;
using Pipeline.Storage.Mongo.Listings;
using Pipeline.Storage.Mongo.Papers;
using Pipeline.Storage.Mongo.Pausing;
using Pipeline.Storage.Mongo.Reprocessing;
using Pipeline.Storage.Mongo.Sources;
using Pipeline.Storage.Mongo.Subscriptions;

namespace Pipeline.Storage.Mongo;

/// <summary>The only door: papers, listings, sources and the archive in one MongoDB database.</summary>
public static class MongoStorageExtensions
{
    /// <summary>Adds the store, with its options from section <c>Mongo</c>, checked when the host starts.</summary>
    public static IServiceCollection AddMongoStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddValidatedOptions<MongoStorageOptions, MongoStorageOptionsValidator>(MongoStorageOptions.Section);

        return services
            .AddSingleton<IMongoClient>(provider => Connect(provider.GetRequiredService<IOptions<MongoStorageOptions>>().Value))
            .AddSingleton(provider => new MongoCollections(provider.GetRequiredService<IMongoClient>()
                .GetDatabase(provider.GetRequiredService<IOptions<MongoStorageOptions>>().Value.Database)))
            .AddSingleton<IStoreSetup, MongoSetup>()
            .AddSingleton<IStoreInspection, MongoInspection>()
            .AddSingleton<IPaperStore, MongoPaperStore>()
            .AddSingleton<ITimelineStore, MongoTimelineStore>()
            .AddSingleton<IBacklog, MongoBacklog>()
            .AddSingleton<ICompletedPapers, MongoCompletedPapers>()
            .AddSingleton<IListingStore, MongoListingStore>()
            .AddSingleton<IListingArchive, GridFsListingArchive>()
            .AddSingleton<ISourceStore, MongoSourceStore>()
            .AddSingleton<IFetchRunStore, MongoFetchRunStore>()
            .AddSingleton<IHostBudget, MongoHostBudget>()
            .AddSingleton<IFetchCache, MongoFetchCache>()
            .AddSingleton<IReprocessStore, MongoReprocessStore>()
            .AddSingleton<IFailureStore, MongoFailureStore>()
            .AddSingleton<IPauseStore, MongoPauseStore>()
            .AddSingleton<IChangeLog, MongoChangeLog>()
            .AddSingleton<ISubscriptionStore, MongoSubscriptionStore>()
            .AddSingleton<IDeliveryAttempts, MongoDeliveryAttempts>()
            .AddSingleton<IDigestStore, MongoDigestStore>();
    }

    internal static MongoClient Connect(MongoStorageOptions options)
    {
        RecordConventions.Register();

        var settings = MongoClientSettings.FromConnectionString(options.ConnectionString);
        settings.ApplicationName ??= "pipeline";
        settings.ServerSelectionTimeout = options.ConnectTimeout;
        settings.ConnectTimeout = options.ConnectTimeout;
        settings.SocketTimeout = options.CommandTimeout;
        settings.WriteConcern = WriteConcern.WMajority.With(journal: true);
        settings.RetryWrites = true;

        // Half a surrogate pair is stored as U+FFFD, which keeps every offset, instead of refusing the whole batch.
        settings.WriteEncoding = Utf8Encodings.Lenient;
        return new MongoClient(settings);
    }
}
