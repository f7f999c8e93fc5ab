using Microsoft.Extensions.Logging;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>What is known of the work in hand, on every log line of it.</summary>
public static class LogScopes
{
    /// <summary>Name of the property with a source's id.</summary>
    public const string SourceId = "SourceId";

    /// <summary>Adds a property to every log line until the scope is disposed.</summary>
    public static IDisposable? BeginKnown(this ILogger logger, string name, string value)
        => logger.BeginScope(new KeyValuePair<string, object>[] { new(name, value) });
}
