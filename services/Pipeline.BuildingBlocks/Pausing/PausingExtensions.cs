using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>Makes the stages of a process heed pauses.</summary>
public static class PausingExtensions
{
    /// <summary>Names the queues of a stage.</summary>
    public static IServiceCollection AddStageQueues(this IServiceCollection services, StageQueues queues)
        => services.AddSingleton(queues);

    /// <summary>Adds the watch over what is paused. Comes before the bus, so that it is there when the queues start.</summary>
    public static IServiceCollection AddPausing(this IServiceCollection services)
        => services
            .AddPausedStages()
            .AddValidatedOptions<PauseOptions, PauseOptionsValidator>(PauseOptions.Section)
            .AddSingleton<PauseWatch>()
            .AddHostedService(provider => provider.GetRequiredService<PauseWatch>())
            .AddReceiveEndpointObserver(provider => provider.GetRequiredService<PauseWatch>());

    /// <summary>Adds what is paused, for parts that ask; nothing is until <see cref="AddPausing"/> watches.</summary>
    public static IServiceCollection AddPausedStages(this IServiceCollection services)
    {
        services.TryAddSingleton<PausedStages>();
        return services;
    }
}
