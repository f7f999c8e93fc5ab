using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Reparsing;

/// <summary>Compares the fields of a paper before and after a listing was merged into it.</summary>
internal static class PaperFields
{
    private const string Place = "place";

    // What follows from the others, and what stages own.
    private static readonly HashSet<string> Bookkeeping = new(
        ["revision", "contentListingId", "sequence", "pending", "claims", "topics", "enriched", "sightings", "provenance"], StringComparer.Ordinal);

    private static readonly string[] First = ["title", "abstract"];

    /// <summary>Lists the fields that differ, title and abstract first; a field added to papers later is compared too.</summary>
    public static IReadOnlyList<ChangedField> Between(EnrichedPaper before, EnrichedPaper after, string listingId)
    {
        var (old, @new) = (Values(before), Values(after));
        return [.. old.Keys.Union(@new.Keys)
            .Select(name => (Name: name, Before: old.GetValueOrDefault(name), After: @new.GetValueOrDefault(name)))
            .Append((Name: Place, Before: PlaceOf(before, listingId), After: PlaceOf(after, listingId)))
            .Where(field => field.Before != field.After)
            .OrderBy(field => Array.IndexOf(First, field.Name) is >= 0 and var index ? index : First.Length)
            .ThenBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => Shortened(field.Name, field.Before, field.After))];
    }

    private static Dictionary<string, string?> Values(EnrichedPaper paper)
    {
        var json = JsonSerializer.SerializeToNode(paper with { Claims = null, Topics = null, Enriched = null }, PaperJson.Options)!.AsObject();
        return json.Where(field => !Bookkeeping.Contains(field.Key)).ToDictionary(field => field.Key, field => Text(field.Value), StringComparer.Ordinal);
    }

    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => scalar.GetValue<string>(),
        JsonArray { Count: 0 } or JsonObject { Count: 0 } => null,
        JsonArray texts when texts.All(item => item?.GetValueKind() == JsonValueKind.String) => string.Join("; ", texts.Select(item => item!.GetValue<string>())),
        JsonObject fields => fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Aggregate(new JsonObject(), (sorted, field) => Add(sorted, field)).ToJsonString(PaperJson.Options),
        _ => value.ToJsonString(PaperJson.Options),
    };

    // Stores give the keys of a dictionary in any order.
    private static JsonObject Add(JsonObject sorted, KeyValuePair<string, JsonNode?> field)
    {
        sorted.Add(field.Key, field.Value?.DeepClone());
        return sorted;
    }

    private static string? PlaceOf(EnrichedPaper paper, string listingId)
        => paper.Sightings.FirstOrDefault(sighting => sighting.ListingId == listingId) is { } sighting
            ? FormattableString.Invariant($"{sighting.Rank}{(sighting.Upvotes is { } votes ? $", {votes} votes" : "")}")
            : null;

    private static ChangedField Shortened(string name, string? before, string? after)
    {
        var same = (before ?? "").AsSpan().CommonPrefixLength(after ?? "");
        return new(name, Excerpt.From(before, same), Excerpt.From(after, same));
    }
}
