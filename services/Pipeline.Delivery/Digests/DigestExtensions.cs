using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Delivery.Notices;
using Pipeline.Delivery.Subscriptions;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Digests;

/// <summary>The wiring of digests.</summary>
public static class DigestExtensions
{
    /// <summary>Adds what a person and a reader can ask of digests, for a process that does not send those that are due.</summary>
    public static IServiceCollection AddDigestRequests(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(DigestConsent)))
        {
            return services;
        }

        services.AddPublicAddress();
        services.AddValidatedOptions<SmtpOptions, SmtpOptionsValidator>(SmtpOptions.Section);
        services.AddOptions<SmtpOptions>().Validate<IOptions<PublicOptions>>(
            (smtp, address) => !smtp.IsOn || address.Value.Read() is not null,
            "Public:Url: set the address under which readers reach this installation; mails that Smtp:Host takes link to it.");
        services.AddOptions<WebhookOptions>().Validate<IOptions<SmtpOptions>>(
            (webhooks, smtp) => webhooks.NotifyMail.Length == 0 || smtp.Value.IsOn,
            "Webhooks:NotifyMail: no mail can be sent; set Smtp:Host, Smtp:From and Public:Url.");
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISubscriptionTest, DigestTest>());
        return services
            .AddSingleton<DigestAvailability>()
            .AddSingleton<DigestConsent>()
            .AddSingleton<DigestReader>()
            .AddSingleton<DigestPress>()
            .AddSingleton<DigestPost>()
            .AddSingleton<MailServerInspection>()
            .AddSingleton<IMailServer, SmtpMail>();
    }

    /// <summary>Adds what sends digests when they are due; any number of processes may.</summary>
    internal static IServiceCollection AddDigestDispatch(this IServiceCollection services)
        => services
            .AddValidatedOptions<DigestOptions, DigestOptionsValidator>(DigestOptions.Section)
            .AddPausedStages()
            .AddSingleton<DigestProgress>()
            .AddSingleton<DigestQuestions>()
            .AddSingleton<DigestTurn>()
            .AddHostedService<DigestDispatcher>()
            .AddHostedService<DigestWatch>()
            .AddSingleton<GivenUpNotices>()
            .AddHostedService<GivenUpService>();
}
