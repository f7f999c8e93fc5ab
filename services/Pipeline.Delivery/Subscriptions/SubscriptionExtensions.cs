using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
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

        // A test says which pipeline it comes from, as the delivery's events do.
        if (!services.Any(service => service.ServiceType == typeof(IValidateOptions<DeliveryOptions>)))
        {
            services.AddValidatedOptions<DeliveryOptions, DeliveryOptionsValidator>(DeliveryOptions.Section);
        }

        services.TryAddSingleton<SubscriptionWork>();
        return services.AddDigestRequests();
    }
}
