using Serilog.Core;
using Serilog.Events;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Sums up what is known of the work in hand, for lines of text; JSON has it as properties of its own.</summary>
internal sealed class KnownOfWork : ILogEventEnricher
{
    /// <summary>Name of the property: empty, or <c> (source daily, trace 0af7…)</c>.</summary>
    public const string Property = "Known";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        var known = new List<string>(2);
        if (logEvent.Properties.TryGetValue(LogScopes.SourceId, out var source) && source is ScalarValue { Value: string id })
        {
            known.Add($"source {id}");
        }

        if (logEvent.TraceId is { } trace)
        {
            known.Add($"trace {trace}");
        }

        logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty(Property, known.Count == 0 ? "" : $" ({string.Join(", ", known)})"));
    }
}
