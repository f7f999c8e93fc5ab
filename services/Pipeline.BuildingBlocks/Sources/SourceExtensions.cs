using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Adds the sources to a process.</summary>
public static class SourceExtensions
{
    /// <summary>
    /// Adds catalogue and coverage; a wrong source in the configuration stops the process at start and is named. Needs a
    /// store and a <see cref="TimeProvider"/>. Adding them twice is the same as once.
    /// </summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<SourcesOptions>, SourcesConfiguration>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SourcesOptions>, SourcesOptionsValidator>());
        services.AddOptions<SourcesOptions>().ValidateOnStart();
        services.TryAddSingleton<SourceCatalogue>();
        services.TryAddSingleton<CoverageReader>();
        return services;
    }

    /// <summary>Reads every source out of the configuration; a key that is unknown or cannot be read is named.</summary>
    private sealed class SourcesConfiguration(IConfiguration configuration) : IConfigureOptions<SourcesOptions>
    {
        public void Configure(SourcesOptions options)
        {
            var sources = new SortedDictionary<string, SourceDefinition>(StringComparer.Ordinal);
            var failures = new List<string>();
            foreach (var section in configuration.GetSection(SourcesOptions.Section).GetChildren())
            {
                var settings = new SourceSettings();
                failures.AddRange(OptionsExtensions.BindKnown(section, settings));
                failures.AddRange(settings.Faults().Select(fault => $"{section.Path}:{fault}"));
                sources[section.Key] = settings.ToDefinition(section.Key);
            }

            if (failures.Count > 0)
            {
                throw new OptionsValidationException(SourcesOptions.Section, typeof(SourcesOptions), failures);
            }

            options.Sources = sources;
        }
    }
}
