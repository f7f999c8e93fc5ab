using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pipeline.Api;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.ClaimExtractor;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Fetcher;
using Pipeline.Parser;
using Pipeline.Scheduler;
using Pipeline.Standalone.Ingestion;
using Pipeline.Standalone.Reparsing;
using Pipeline.Standalone.Reprocessing;
using Pipeline.Standalone.SourceWork;
using Pipeline.Storage.Mongo;
using Pipeline.Storage.Sqlite;
using Pipeline.TopicClassifier;

namespace Pipeline.Standalone.Hosting;

/// <summary>Composes the pipeline as configured: embedded, or as a client of broker, store and separate workers.</summary>
internal static class PipelineHost
{
    private static readonly TimeSpan BrokerStartTimeout = TimeSpan.FromSeconds(20);

    /// <summary>A host with the store alone, for verbs that only read or ask.</summary>
    public static async Task<IHost> CreateReaderAsync(GlobalSettings settings, CancellationToken cancellationToken)
    {
        var builder = CreateBuilder(settings, out _);
        return await PrepareAsync(builder.Build(), cancellationToken);
    }

    /// <summary>A host with the store and the names of topics.</summary>
    public static async Task<IHost> CreateTopicReaderAsync(GlobalSettings settings, CancellationToken cancellationToken)
    {
        var builder = CreateBuilder(settings, out _);
        builder.Services.AddTopicNames();
        return await PrepareAsync(builder.Build(), cancellationToken);
    }

    /// <summary>A host with the store, the names of topics and what people do with subscriptions; it dispatches nothing.</summary>
    public static async Task<IHost> CreateSubscriptionsAsync(GlobalSettings settings, CancellationToken cancellationToken)
    {
        var builder = CreateBuilder(settings, out _);
        builder.Services.AddTopicNames().AddSubscriptionWork();
        return await PrepareAsync(builder.Build(), cancellationToken);
    }

    /// <summary>A host with the names of topics, whose store is not touched.</summary>
    public static IHost CreateTopicNames(GlobalSettings settings)
    {
        var builder = CreateBuilder(settings, out _);
        builder.Services.AddTopicNames();
        return builder.Build();
    }

    /// <summary>A host with the store and the parser, without a bus: it reads listings and announces nothing.</summary>
    public static async Task<IHost> CreateParserAsync(GlobalSettings settings, CancellationToken cancellationToken)
    {
        var builder = CreateBuilder(settings, out _);
        builder.Services.AddParser().AddSingleton<ReparseRun>();
        return await PrepareAsync(builder.Build(), cancellationToken);
    }

    /// <summary>A host with the store and what the stages of this program find, without a bus.</summary>
    public static async Task<IHost> CreateStagesAsync(GlobalSettings settings, CancellationToken cancellationToken)
    {
        var builder = CreateBuilder(settings, out _);
        builder.Services.AddClaimExtractor().AddTopicClassifier().AddSingleton<StageResults>().AddSingleton<ShadowWork>();
        return await PrepareAsync(builder.Build(), cancellationToken);
    }

    /// <summary>
    /// A host with store and bus. With <c>Broker:Address</c> set, the stages are left to the separate workers unless
    /// everything is asked for; without it they run in this process.
    /// </summary>
    public static async Task<IHost> CreatePipelineAsync(
        GlobalSettings settings, CancellationToken cancellationToken, PipelineScope scope = PipelineScope.Stages)
    {
        var builder = CreateBuilder(settings, out var deployment);
        var services = builder.Services;
        services.AddSingleton<FaultLog>().AddSingleton<IngestRun>().AddSingleton<RunFollower>().AddSingleton<ListingTracker>().AddFetcher();
        services.AddSingleton<EnrichmentWait>().AddSingleton<ReparseRun>().AddParser();
        services.AddPipelineTelemetry(builder.Configuration, "pipeline", serves: scope == PipelineScope.Everything);
        if (scope == PipelineScope.Everything)
        {
            services.AddHealthEndpoint();
        }

        if (deployment.Workers)
        {
            services.Configure<MassTransitHostOptions>(host => host.StartTimeout = BrokerStartTimeout);
        }

        if (deployment.Workers && scope != PipelineScope.Everything)
        {
            services.AddRabbitMqMessaging(_ => { });
        }
        else
        {
            services.AddStages(deployment, scope);
        }

        if (scope == PipelineScope.Everything)
        {
            services.AddPipelineApi();
        }

        var host = await PrepareAsync(builder.Build(), cancellationToken);
        try
        {
            await PauseNotice.CheckAsync(host.Services, scope, cancellationToken);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Whether separate workers are configured.</summary>
    public static bool HasWorkers(GlobalSettings settings)
    {
        CreateBuilder(settings, out var deployment);
        return deployment.Workers;
    }

    /// <summary>A host as configured, with the store and without the pipeline.</summary>
    internal static HostApplicationBuilder CreateBuilder(GlobalSettings settings, out Deployment deployment)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        PipelineConfiguration.Load(builder.Configuration, settings);
        deployment = Deployment.Of(builder.Configuration);

        builder.Services.AddPipelineLogging("pipeline");
        builder.Services.AddSourceRequests().AddReprocessRequests().AddDeadLetterRequests();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(deployment);
        builder.Services.AddValidatedOptions<StandaloneOptions, StandaloneOptionsValidator>(StandaloneOptions.Section);
        if (deployment.MongoStore)
        {
            builder.Services.AddMongoStorage();
        }
        else
        {
            builder.Services.AddSqliteStorage();
        }

        return builder;
    }

    private static async Task<IHost> PrepareAsync(IHost host, CancellationToken cancellationToken)
    {
        try
        {
            // Wrong configuration is reported before anything is touched.
            host.Services.GetService<IStartupValidator>()?.Validate();
            await host.Services.GetRequiredService<IStoreSetup>().PrepareAsync(cancellationToken);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }
}
