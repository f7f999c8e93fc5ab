using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Starts nothing but one options class, as a host would at start.</summary>
internal static class OptionsProbe
{
    /// <summary>What is wrong with the settings; empty when a host would start.</summary>
    public static IReadOnlyList<string> Failures<TOptions, TValidator>(string section, params (string Key, string Value)[] settings)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>, new()
    {
        var values = settings.Select(s => KeyValuePair.Create($"{section}:{s.Key}", (string?)s.Value));
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddValidatedOptions<TOptions, TValidator>(section)
            .BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }
}
