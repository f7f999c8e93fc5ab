using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler;

/// <summary>The whole wiring of the scheduler, which owns time.</summary>
public static class SchedulerStage
{
    /// <summary>Adds the sweep for lost work.</summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services)
        => services
            .AddSchedulerOptions()
            .AddPausedStages()
            .AddSingleton<Sweep>()
            .AddHostedService<SweepService>();

    /// <summary>Adds what a person can do about messages that failed, for a process that does not work the ledger off itself.</summary>
    public static IServiceCollection AddDeadLetterRequests(this IServiceCollection services)
    {
        services.AddFailureLedger().TryAddSingleton<DeadLetters>();
        return services;
    }

    /// <summary>Adds what works the retry ledger off.</summary>
    public static IServiceCollection AddRetries(this IServiceCollection services)
        => services
            .AddSchedulerOptions()
            .AddFailureLedger()
            .AddSingleton<RetryRound>()
            .AddHostedService<RetryService>();

    /// <summary>Adds what takes the broker's dead letters, and what stands in error queues, into the store. Needs the broker.</summary>
    public static IServiceCollection AddBrokersDead(this IServiceCollection services)
        => services
            .AddBrokerDeadLetters()
            .AddSingleton<ErrorQueues>()
            .AddSingleton<IScheduledStep, ErrorQueueStep>();

    /// <summary>Adds what a person can ask of reprocess runs, for a process that does not work them off itself.</summary>
    public static IServiceCollection AddReprocessRequests(this IServiceCollection services)
    {
        services.AddSchedulerOptions().TryAddSingleton<ReprocessRuns>();
        return services;
    }

    /// <summary>Adds what works reprocess runs off.</summary>
    public static IServiceCollection AddReprocessing(this IServiceCollection services)
        => services
            .AddReprocessRequests()
            .AddPausedStages()
            .AddSingleton<ReprocessSteps>()
            .AddHostedService<ReprocessService>();

    /// <summary>Adds the sources and what a person can ask of them, for a process that does not work runs off itself.</summary>
    public static IServiceCollection AddSourceRequests(this IServiceCollection services)
    {
        services.AddSchedulerOptions().AddSources();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SourcesOptions>, ScheduleValidator>());
        services.TryAddSingleton<SourceRuns>();
        services.TryAddSingleton<WaitingRuns>();
        services.TryAddSingleton<SourceBackfills>();
        return services;
    }

    /// <summary>Adds what works runs and backfills off, without following schedules.</summary>
    public static IServiceCollection AddSourceRuns(this IServiceCollection services)
    {
        services.AddSourceRequests().AddPausedStages();

        // Backfills first: a part they create is dispatched in the same round.
        services.AddSingleton<IScheduledStep, BackfillSteps>();
        services.AddSingleton<IScheduledStep, RunDispatch>();
        return services.AddHostedService<ScheduleService>();
    }

    /// <summary>Adds the schedules of all sources, and what works their runs and backfills off.</summary>
    public static IServiceCollection AddSourceSchedules(this IServiceCollection services)
    {
        services.AddSingleton<IScheduledStep, SlotClaims>();
        services.AddSourceRuns();
        return services.AddSingleton<IScheduledStep, RunWatch>().AddHostedService<StoreSampling>();
    }

    private static IServiceCollection AddSchedulerOptions(this IServiceCollection services)
        => services.Any(service => service.ServiceType == typeof(IConfigureOptions<SchedulerOptions>))
            ? services
            : services.AddValidatedOptions<SchedulerOptions, SchedulerOptionsValidator>(SchedulerOptions.Section);
}
