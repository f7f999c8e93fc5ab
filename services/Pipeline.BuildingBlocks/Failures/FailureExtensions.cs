using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Failures;

/// <summary>The ledger of messages that failed.</summary>
public static class FailureExtensions
{
    /// <summary>Adds the ledger with its options from section <c>Ledger</c>; it needs a store. May be called more than once.</summary>
    public static IServiceCollection AddFailureLedger(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FailureLedger>();
        return services.Any(service => service.ServiceType == typeof(IConfigureOptions<LedgerOptions>))
            ? services
            : services.AddValidatedOptions<LedgerOptions, LedgerOptionsValidator>(LedgerOptions.Section);
    }
}
