using Microsoft.Extensions.Configuration;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Storage.Sqlite;

namespace Pipeline.Standalone.Hosting;

/// <summary>Where values come from; a later source wins: appsettings.json, <c>--config</c>, environment, command line.</summary>
internal static class PipelineConfiguration
{
    public static void Load(IConfigurationManager configuration, GlobalSettings settings)
    {
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: false);
        if (settings.ConfigFile is { } file)
        {
            configuration.AddJsonFile(Path.GetFullPath(file), optional: false);
        }

        configuration.AddEnvironmentVariables();

        var overrides = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (settings.Verbose)
        {
            overrides[$"{LogOptions.Section}:{nameof(LogOptions.Level)}"] = nameof(Serilog.Events.LogEventLevel.Information);
        }

        var dataKey = $"{StandaloneOptions.Section}:{nameof(StandaloneOptions.DataDirectory)}";
        var data = Path.GetFullPath(settings.DataDirectory ?? configuration[dataKey] ?? new StandaloneOptions().DataDirectory);
        overrides[dataKey] = data;
        overrides[$"{SqliteStorageOptions.Section}:{nameof(SqliteStorageOptions.DataDirectory)}"] = data;
        configuration.AddInMemoryCollection(overrides);
    }
}
