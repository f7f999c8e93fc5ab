using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Sqlite.Changes;
using Pipeline.Storage.Sqlite.Failures;
using Pipeline.Storage.Sqlite.Listings;
using Pipeline.Storage.Sqlite.Papers;
using Pipeline.Storage.Sqlite.Pausing;
using Pipeline.Storage.Sqlite.Reprocessing;
using Pipeline.Storage.Sqlite.Sources;
using Pipeline.Storage.Sqlite.Subscriptions;

namespace Pipeline.Storage.Sqlite;

/// <summary>The only door: papers, listings and sources in one SQLite file, the archive in a folder beside it.</summary>
public static class SqliteStorageExtensions
{
    /// <summary>Adds the store, with its options from section <c>Sqlite</c>, checked when the host starts.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddValidatedOptions<SqliteStorageOptions, SqliteStorageOptionsValidator>(SqliteStorageOptions.Section)
            .AddSingleton<SqliteDatabase>()
            .AddSingleton<IStoreSetup, SqliteSetup>()
            .AddSingleton<IStoreInspection, SqliteInspection>()
            .AddSingleton<IPaperStore, SqlitePaperStore>()
            .AddSingleton<ITimelineStore, SqliteTimelineStore>()
            .AddSingleton<IBacklog, SqliteBacklog>()
            .AddSingleton<ICompletedPapers, SqliteCompletedPapers>()
            .AddSingleton<IListingStore, SqliteListingStore>()
            .AddSingleton<FileListingArchive>()
            .AddSingleton<IListingArchive>(provider => provider.GetRequiredService<FileListingArchive>())
            .AddSingleton<ISourceStore, SqliteSourceStore>()
            .AddSingleton<IFetchRunStore, SqliteFetchRunStore>()
            .AddSingleton<IHostBudget, SqliteHostBudget>()
            .AddSingleton<IFetchCache, SqliteFetchCache>()
            .AddSingleton<IReprocessStore, SqliteReprocessStore>()
            .AddSingleton<IFailureStore, SqliteFailureStore>()
            .AddSingleton<IPauseStore, SqlitePauseStore>()
            .AddSingleton<IChangeLog, SqliteChangeLog>()
            .AddSingleton<ISubscriptionStore, SqliteSubscriptionStore>()
            .AddSingleton<IDeliveryAttempts, SqliteDeliveryAttempts>()
            .AddSingleton<IDigestStore, SqliteDigestStore>();
    }
}
