using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>The bus, the same rules over RabbitMQ and in memory.</summary>
public static class MessagingExtensions
{
    // A stopping bus finishes the messages in hand; the host must wait longer than the bus.
    private static readonly TimeSpan BusStopTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HostStopTimeout = TimeSpan.FromSeconds(45);

    /// <summary>Connects to RabbitMQ: quorum queues, publisher confirms, retries, kill switch, a dead-letter queue for what kills its consumer.</summary>
    public static IServiceCollection AddRabbitMqMessaging(this IServiceCollection services, Action<IBusRegistrationConfigurator> addConsumers)
    {
        services.AddValidatedOptions<BrokerOptions, BrokerOptionsValidator>(BrokerOptions.Section);
        services.AddBrokerReturn();
        services.AddBus(addConsumers, bus => bus.UsingRabbitMq((context, rabbit) =>
        {
            var options = context.GetRequiredService<IOptions<BrokerOptions>>().Value;
            rabbit.Host(options.Address!);
            rabbit.PublishTopology.BrokerTopologyOptions = PublishBrokerTopologyOptions.FlattenHierarchy;
            rabbit.MessageTopology.SetEntityNameFormatter(new ContractNames(options.NamePrefix, rabbit.MessageTopology.EntityNameFormatter));
            rabbit.ConfigureEndpoints(context, new KebabCaseEndpointNameFormatter(options.Prefix, includeNamespace: false));
            if (options.QuarantineAfter == TimeSpan.Zero)
            {
                foreach (var consumer in ConsumersIn(services))
                {
                    rabbit.ReceiveEndpoint(QueueRules.QuarantineOf(consumer, options), queue => queue.UseQuarantine(context, consumer));
                }
            }

            if (context.GetService<BrokerDeadLetters>() is { } letters)
            {
                rabbit.AddDeadLetters(letters, options);
            }
        }));

        // The parts stop from the last to the first: what adds queues to the bus stops before it.
        services.RemoveMassTransitHostedService();
        services.AddHostedService(provider => new BusStart(
            ActivatorUtilities.CreateInstance<MassTransitHostedService>(provider), BrokerAnswers(provider), provider.GetRequiredService<TimeProvider>()));
        return services.AddHostedService(provider => ActivatorUtilities.CreateInstance<QuarantineStart>(provider, ConsumersIn(services)));
    }

    /// <summary>Makes this process the reader of what the broker gives up; any number of processes may be. Does nothing in memory.</summary>
    public static IServiceCollection AddBrokerDeadLetters(this IServiceCollection services) => services.AddSingleton<BrokerDeadLetters>();

    /// <summary>Runs the same consumers over queues in this process. Nothing in them outlives it: the sweep dispatches unfinished papers again.</summary>
    public static IServiceCollection AddInMemoryMessaging(this IServiceCollection services, Action<IBusRegistrationConfigurator> addConsumers)
        => services.AddBus(addConsumers, bus => bus.UsingInMemory((context, memory) =>
        {
            memory.MessageTopology.SetEntityNameFormatter(new ContractNames("", memory.MessageTopology.EntityNameFormatter));
            memory.ConfigureEndpoints(context, new KebabCaseEndpointNameFormatter(includeNamespace: false));
        }));

    private static void AddBrokerReturn(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<BrokerReturn>(provider, BrokerAnswers(provider)));
        services.AddHostedService(provider => provider.GetRequiredService<BrokerReturn>());
        services.AddReceiveEndpointObserver(provider => provider.GetRequiredService<BrokerReturn>());
    }

    private static Func<CancellationToken, Task<bool>> BrokerAnswers(IServiceProvider provider)
        => ActivatorUtilities.CreateInstance<BrokerInspection>(provider).AnswersAsync;

    private static IServiceCollection AddBus(
        this IServiceCollection services, Action<IBusRegistrationConfigurator> addConsumers, Action<IBusRegistrationConfigurator> useTransport)
    {
        services.AddValidatedOptions<RetryOptions, RetryOptionsValidator>(RetryOptions.Section);
        services.AddFailureLedger().AddSingleton<FailureRecorder>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = HostStopTimeout);
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = true;
            host.StopTimeout = BusStopTimeout;
        });

        return services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            addConsumers(bus);
            bus.AddConfigureEndpointsCallback(ConfigureQueue);
            useTransport(bus);
        });
    }

    private static void ConfigureQueue(IRegistrationContext context, string name, IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator queue)
        {
            UseRules(context, endpoint, broker: null);
            return;
        }

        var broker = context.GetRequiredService<IOptions<BrokerOptions>>().Value;
        queue.UseMainQueue(broker);
        UseRules(context, queue, broker);
    }

    /// <summary>Retries, failures and kill switch: the same for every queue.</summary>
    /// <param name="context">The registration.</param>
    /// <param name="endpoint">The queue.</param>
    /// <param name="broker">The broker; null in memory.</param>
    /// <param name="retries">Whether a message is tried again in memory before it counts as failed.</param>
    internal static void UseRules(IRegistrationContext context, IReceiveEndpointConfigurator endpoint, BrokerOptions? broker, bool retries = true)
    {
        var retry = context.GetRequiredService<IOptions<RetryOptions>>().Value;

        // The switch counts what still fails after the retries, wherever it stands.
        endpoint.UseKillSwitch(killSwitch => killSwitch
            .SetActivationThreshold(10)
            .SetTripThreshold(retry.KillSwitchPercent / 100.0)
            .SetRestartTimeout(retry.KillSwitchPause));

        // A process without a store, as a test may be, leaves failures in the bus's own error queues.
        if (context.GetService<IFailureStore>() is not null)
        {
            endpoint.UseFailures(context.GetRequiredService<FailureRecorder>(), broker?.NamePrefix ?? "");
        }

        if (retries)
        {
            endpoint.UseMessageRetry(policy => policy.Exponential(retry.Limit, TimeSpan.Zero, TimeSpan.FromMinutes(1), retry.Delay));
        }
    }

    /// <summary>The consumers that were registered: each one's class is a service.</summary>
    public static IReadOnlyList<Type> ConsumersIn(IServiceCollection services)
        => [.. services.Select(service => service.ServiceType)
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IConsumer).IsAssignableFrom(type))
            .Distinct()];
}
