using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>The sources named in the configuration, by id. Section <c>Sources</c>: <c>Sources__daily__Kind=hf-daily</c>.</summary>
public sealed class SourcesOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Sources";

    /// <summary>The sources, by id; each checked. Default none.</summary>
    public IReadOnlyDictionary<string, SourceDefinition> Sources { get; set; } = new Dictionary<string, SourceDefinition>(StringComparer.Ordinal);
}

/// <summary>Reads every source out of the configuration, and names each key that is wrong.</summary>
internal sealed class SourcesConfiguration(IConfiguration configuration) : IConfigureOptions<SourcesOptions>
{
    public void Configure(SourcesOptions options)
    {
        var sources = new SortedDictionary<string, SourceDefinition>(StringComparer.Ordinal);
        var failures = new List<string>();
        foreach (var section in configuration.GetSection(SourcesOptions.Section).GetChildren())
        {
            var settings = new SourceSettings();
            failures.AddRange(OptionsExtensions.BindKnown(section, settings));
            var source = settings.ToDefinition(section.Key);
            failures.AddRange(SourceRules.Check(source).Select(fault => $"{section.Path}:{fault}"));
            sources[section.Key] = source;
        }

        if (failures.Count > 0)
        {
            throw new OptionsValidationException(SourcesOptions.Section, typeof(SourcesOptions), failures);
        }

        options.Sources = sources;
    }
}
