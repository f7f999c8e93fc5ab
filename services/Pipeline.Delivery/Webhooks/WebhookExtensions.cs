using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Network;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Delivery.Subscriptions;

namespace Pipeline.Delivery.Webhooks;

/// <summary>Wiring of webhooks.</summary>
internal static class WebhookExtensions
{
    /// <summary>Adds what sends a message to a subscriber, and the test of one.</summary>
    public static IServiceCollection AddWebhookSending(this IServiceCollection services)
    {
        services.TryAddSingleton<INetwork, SystemNetwork>();
        services.TryAddSingleton<WebhookHttp>();
        services.TryAddSingleton<WebhookSender>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISubscriptionTest, WebhookTest>());
        return services.AddValidatedOptions<WebhookOptions, WebhookOptionsValidator>(WebhookOptions.Section);
    }

    /// <summary>Adds what works subscriptions off.</summary>
    public static IServiceCollection AddWebhookDispatch(this IServiceCollection services)
        => services
            .AddPausedStages()
            .AddSingleton<WebhookLanes>()
            .AddSingleton<WebhookReach>()
            .AddSingleton<WebhookLook>()
            .AddSingleton<WebhookTurn>()
            .AddHostedService<WebhookDispatcher>()
            .AddHostedService<WebhookUpkeep>();
}
