using System.Text.Json;

namespace Pipeline.Fetcher.Fetching;

/// <summary>Where a run goes on, as text. Pure.</summary>
internal static class Cursor
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a cursor.</summary>
    /// <returns>Null at the beginning, and for a cursor of another kind of source: the run then begins again.</returns>
    public static T? Read<T>(string? text)
        where T : class
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<T>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a cursor.</summary>
    public static string Write<T>(T cursor)
        where T : class => JsonSerializer.Serialize(cursor, Json);
}
