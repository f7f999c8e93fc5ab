using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>A value as JSON text that is equal for equal values, whatever order a store gives the keys of a dictionary.</summary>
public static class Canonical
{
    public static string Json<T>(T value) => Sort(JsonSerializer.SerializeToNode(value, PaperJson.Options))?.ToJsonString() ?? "null";

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, Sort(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sort)]),
        _ => node?.DeepClone(),
    };
}
