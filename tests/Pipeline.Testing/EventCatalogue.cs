using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Pipeline.Testing;

/// <summary>The published schemas of public events, to hold events against.</summary>
public static class EventCatalogue
{
    private static readonly EvaluationOptions Everything = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private static readonly Lazy<JsonSchema> Strict = new(() => Parse(Closed(Event())));

    /// <summary>A published schema by its file's name, without <c>.json</c>.</summary>
    public static JsonObject Read(string name)
        => JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "contracts", "schemas", $"{name}.json")))!.AsObject();

    /// <summary>What in an event the schema does not allow or does not tell of; consumers allow what they do not know, tests do not.</summary>
    public static IReadOnlyList<string> FaultsOf(string cloudEvent)
    {
        using var json = JsonDocument.Parse(cloudEvent);
        var result = Strict.Value.Evaluate(json.RootElement, Everything);
        return result.IsValid ? [] : [.. (result.Details ?? [])
            .Where(part => part is { IsValid: false, Errors: not null })
            .SelectMany(part => part.Errors!.Select(error => $"{part.InstanceLocation}: {error.Key}: {error.Value}"))];
    }

    // The schema of `data` in its place, so that nothing has to be looked up.
    private static JsonObject Event()
    {
        var (schema, data) = (Read("paper-event.v1"), Read("paper-change.v1"));
        data.Remove("$id");
        schema["properties"]!["data"] = data;
        return schema;
    }

    private static JsonObject Closed(JsonObject schema)
    {
        foreach (var part in schema.Select(keyword => keyword.Value).OfType<JsonObject>().ToList())
        {
            Closed(part);
        }

        // A property may be called `properties`; then what it holds is no list of them.
        if (schema["properties"] is JsonObject && schema["type"] is JsonValue)
        {
            schema["additionalProperties"] = false;
        }

        return schema;
    }

    private static JsonSchema Parse(JsonObject schema) => JsonSchema.FromText(schema.ToJsonString());
}
