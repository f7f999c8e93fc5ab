using System.Text.Json.Nodes;

namespace Pipeline.Contracts.Tests.Catalogue;

/// <summary>What in a schema breaks those who rely on the one before: consumers, and events of before in the change log.</summary>
internal static class SchemaBreaks
{
    private static readonly string[] Said = ["title", "description", "examples", "$comment"];

    public static IEnumerable<string> Between(JsonObject before, JsonObject after, string where = "#")
        => before.Concat(after).Select(keyword => keyword.Key).Distinct(StringComparer.Ordinal).Except(Said, StringComparer.Ordinal)
            .SelectMany(keyword => Of(keyword, before[keyword], after[keyword], where));

    private static IEnumerable<string> Of(string keyword, JsonNode? before, JsonNode? after, string where) => (keyword, before, after) switch
    {
        ("properties", JsonObject old, JsonObject now) => InProperties(old, now, where),
        ("items", JsonObject old, JsonObject now) => Between(old, now, $"{where}/items"),

        // What is required can be relied on, and what is required only now is missing in events of before.
        ("required", _, _) => Words(before).Except(Words(after)).Select(name => $"{where}/{name} can no longer be relied on")
            .Concat(Words(after).Except(Words(before)).Select(name => $"{where}/{name} is newly required")),
        ("enum", JsonArray, JsonArray) => Words(before).Except(Words(after)).Select(word => $"{where} no longer knows {word}"),
        _ => JsonNode.DeepEquals(before, after) ? [] : [$"{where} has another {keyword}"],
    };

    private static IEnumerable<string> InProperties(JsonObject before, JsonObject after, string where)
        => before.SelectMany(property => after[property.Key] is JsonObject now
            ? Between(property.Value!.AsObject(), now, $"{where}/{property.Key}")
            : [$"{where}/{property.Key} was removed"]);

    private static IEnumerable<string> Words(JsonNode? list) => (list as JsonArray ?? []).Select(word => word!.ToJsonString().Trim('"'));
}
