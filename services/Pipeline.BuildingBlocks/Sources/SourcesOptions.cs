using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>The sources named in the configuration, by id. Section <c>Sources</c>: <c>Sources__daily__Kind=hf-daily</c>.</summary>
public sealed class SourcesOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Sources";

    /// <summary>The sources, by id; each checked. Default none.</summary>
    public IReadOnlyDictionary<string, SourceDefinition> Sources { get; set; } = new Dictionary<string, SourceDefinition>(StringComparer.Ordinal);
}

/// <summary>Names each key of a configured source that is wrong, by <see cref="SourceRules"/>.</summary>
internal sealed class SourcesOptionsValidator : IValidateOptions<SourcesOptions>
{
    public ValidateOptionsResult Validate(string? name, SourcesOptions options)
    {
        var failures = options.Sources.Values
            .SelectMany(source => SourceRules.Check(source).Select(fault => $"{SourcesOptions.Section}:{source.Id}:{fault}"))
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
