using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>How this installation is reached from outside.</summary>
public static class PublicExtensions
{
    /// <summary>Adds the address; more than one part of a process may ask for it.</summary>
    public static IServiceCollection AddPublicAddress(this IServiceCollection services)
        => services.Any(service => service.ServiceType == typeof(IConfigureOptions<PublicOptions>))
            ? services
            : services.AddValidatedOptions<PublicOptions, PublicOptionsValidator>(PublicOptions.Section);
}
