using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.Scheduler;

/// <summary>The whole wiring of the scheduler, which owns time.</summary>
public static class SchedulerStage
{
    /// <summary>Adds the scheduler's services.</summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services)
        => services
            .AddValidatedOptions<SchedulerOptions, SchedulerOptionsValidator>(SchedulerOptions.Section)
            .AddSingleton<Sweep>()
            .AddHostedService<SweepService>();
}
