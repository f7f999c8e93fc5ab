using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Options that stop the process at start when they are wrong, and name the key.</summary>
public static class OptionsExtensions
{
    /// <summary>
    /// Binds one options class to its section. A value out of range, of the wrong form, or under a key that does not
    /// exist is reported as <c>Section:Key: reason</c> in an <see cref="OptionsValidationException"/> at start.
    /// </summary>
    public static IServiceCollection AddValidatedOptions<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>, new()
    {
        services.AddSingleton<IValidateOptions<TOptions>>(new SectionValidator<TOptions>(section, new TValidator()));
        services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => Bind(configuration.GetSection(section), options))
            .ValidateOnStart();
        return services;
    }

    /// <summary>Binds what is known.</summary>
    /// <returns>One line a key that is unknown or whose value cannot be read.</returns>
    internal static IReadOnlyList<string> BindKnown(IConfigurationSection section, object target)
    {
        var known = target.GetType().GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal).ToArray();
        var unknown = section.GetChildren().Select(c => c.Key).Where(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase));
        var failures = unknown
            .Select(key => $"{section.Path}:{key}: there is no such option; known are {string.Join(", ", known)}.")
            .ToList();

        try
        {
            section.Bind(target);
        }
        catch (InvalidOperationException e)
        {
            failures.Add($"{KeyIn(e.Message, section.Path)}: its value cannot be read. Check its form.");
        }

        return failures;
    }

    private static void Bind<TOptions>(IConfigurationSection section, TOptions options)
        where TOptions : class
    {
        var failures = BindKnown(section, options);
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(section.Path, typeof(TOptions), failures);
        }
    }

    // "Failed to convert configuration value 'x' at 'Retry:Delay' to type ...": the key is safe to show, the value may be a secret.
    private static string KeyIn(string message, string section)
    {
        var start = message.LastIndexOf($"'{section}:", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : message.IndexOf('\'', start + 1);
        return end < 0 ? section : message[(start + 1)..end];
    }

    /// <summary>Puts the section in front of every failure, so that the message shows the whole key.</summary>
    private sealed class SectionValidator<TOptions>(string section, IValidateOptions<TOptions> inner) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var result = inner.Validate(name, options);
            return result.Failed
                ? ValidateOptionsResult.Fail(result.Failures.Select(failure => $"{section}:{failure}"))
                : result;
        }
    }
}
