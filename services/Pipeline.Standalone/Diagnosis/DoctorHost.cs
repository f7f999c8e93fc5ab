using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Api.Sources;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Fetcher;
using Pipeline.Parser;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Ingestion;

namespace Pipeline.Standalone.Diagnosis;

/// <summary>Composes what <c>doctor</c> looks at.</summary>
internal static class DoctorHost
{
    /// <summary>A host with every section and every check, that starts nothing and touches nothing.</summary>
    public static IHost Create(GlobalSettings settings)
    {
        var builder = PipelineHost.CreateBuilder(settings, out var deployment);
        var services = builder.Services;
        services.AddPipelineTelemetry(builder.Configuration, "pipeline", serves: true).AddHealthEndpoint();
        services.AddSingleton<FaultLog>().AddFetcher().AddParser();
        services.AddStages(deployment, PipelineScope.Everything);
        services.AddSingleton(new QueueConsumers([.. MessagingExtensions.ConsumersIn(services).Where(type => type != typeof(FaultConsumer))]));
        services.AddSingleton<SourceOverview>();
        services.AddSingleton<ICheck, DataDirectoryCheck>().AddSingleton<ICheck, StoreCheck>().AddSingleton<ICheck, BrokerCheck>().AddSingleton<ICheck, MailCheck>();
        services.AddSingleton<ICheck, ModelCheck>().AddSingleton<ICheck, WorkCheck>();
        return builder.Build();
    }
}
