using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery;

/// <summary>The whole wiring of the delivery, which tells the world outside what happened to papers.</summary>
public static class DeliveryStage
{
    /// <summary>Adds the delivery's services. Events go into the change log, and nowhere else.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddValidatedOptions<DeliveryOptions, DeliveryOptionsValidator>(DeliveryOptions.Section);
        services.TryAddSingleton<IPublicEvents, NoPublicEvents>();
        return services
            .AddSingleton<ChangeSignal>()
            .AddSingleton<ChangeDelivery>()
            .AddHostedService<ChangeTrimming>()
            .AddStageQueues(StageQueues.Of(PipelineStage.Deliver, typeof(AnnouncePaperConsumer), typeof(AnnounceWithdrawalConsumer)));
    }

    /// <summary>Publishes events on the public exchange, too. Needs the broker.</summary>
    public static IServiceCollection AddPublicExchange(this IServiceCollection services)
        => services.Replace(ServiceDescriptor.Singleton<IPublicEvents, PublicExchange>());

    /// <summary>Announces at the start what the queues of the last process took with them; for queues in memory.</summary>
    public static IServiceCollection AddMissingEvents(this IServiceCollection services)
        => services.AddSingleton<MissingEvents>().AddHostedService<MissingEventsService>();

    /// <summary>Sends events to those who subscribed to them at an address.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services.AddWebhookSending().AddWebhookDispatch();

    /// <summary>Sends mails of new papers to those who subscribed to them, when a mail server is configured.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services) => services.AddDigestRequests().AddDigestDispatch();

    /// <summary>Adds the delivery's consumers.</summary>
    public static void AddDeliveryConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<AnnouncePaperConsumer, BatchQueueDefinition<AnnouncePaperConsumer, DeliveryOptions>>();
        bus.AddConsumer<AnnounceWithdrawalConsumer, BatchQueueDefinition<AnnounceWithdrawalConsumer, DeliveryOptions>>();
    }
}
