using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Delivery.Digests;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>Wiring of what people do with subscriptions.</summary>
public static class SubscriptionExtensions
{
    /// <summary>Adds it, for a process that dispatches nothing itself or one that does. Needs a store.</summary>
    public static IServiceCollection AddSubscriptionWork(this IServiceCollection services)
    {
        // The dispatcher brings it, too.
        if (!services.Any(service => service.ServiceType == typeof(WebhookSender)))
        {
            services.AddWebhookSending();
        }

        services.TryAddSingleton<SubscriptionWork>();
        return services.AddDigestRequests();
    }
}
