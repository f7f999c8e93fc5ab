using System.Text.Json.Nodes;

namespace Pipeline.Contracts.Tests.Catalogue;

/// <summary>The catalogue of public events, copied beside the tests.</summary>
internal static class CatalogueFiles
{
    /// <summary>The AsyncAPI document, with its schemas in a folder beside it.</summary>
    public static string Document { get; } = PathOf("Catalogue", "asyncapi.yaml");

    public static JsonObject Schema(string name) => Read(PathOf("Catalogue", "schemas", $"{name}.json"));

    /// <summary>A schema as consumers have it.</summary>
    public static JsonObject Published(string name) => Read(PathOf("Published", $"{name}.json"));

    private static JsonObject Read(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();

    private static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
