using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Delivery.Events;

/// <summary>The claims in an event, the surest first.</summary>
internal static class EventClaims
{
    /// <summary>Claims of the revision at which the paper stands; none while it waits for them.</summary>
    public static IReadOnlyList<Claim> Of(EnrichedPaper paper)
        => paper.Claims is { } claims && claims.Revision == paper.Revision
            ? [.. claims.Analysis.Claims.OrderByDescending(claim => claim.Confidence).ThenBy(claim => claim.Start).ThenBy(claim => claim.Id, StringComparer.Ordinal)]
            : [];

    /// <summary>How many of the claims, from the first, fit into so many bytes.</summary>
    public static int CountThatFit(IReadOnlyList<Claim> claims, int room, JsonWriterOptions form)
    {
        using var bytes = new MemoryStream();
        using var json = new Utf8JsonWriter(bytes, form);
        var shown = 0;
        json.WriteStartArray();
        foreach (var claim in claims)
        {
            Write(json, claim);
            json.Flush();

            // The brackets of the empty list are in the room already; here there is one of them.
            if (bytes.Length - 1 > room)
            {
                break;
            }

            shown++;
        }

        return shown;
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<Claim> claims)
    {
        json.WriteStartArray("claims");
        foreach (var claim in claims)
        {
            Write(json, claim);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("type", JsonNamingPolicy.KebabCaseLower.ConvertName(claim.Type.ToString()));
        json.WriteString("quote", claim.Text);
        json.WriteNumber("confidence", claim.Confidence);
        json.WriteEndObject();
    }
}
