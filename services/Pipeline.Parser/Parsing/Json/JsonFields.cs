using System.Text.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Lenient access to the fields of a JSON object: what is missing or of another type reads as nothing.</summary>
internal static class JsonFields
{
    private static readonly string[] NameSeparators = [";", ",", " and "];

    /// <summary>The field; an undefined element when there is none, or when this is no object.</summary>
    public static JsonElement Field(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The string; null when it is none.</summary>
    public static string? Text(this JsonElement element)
        => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>The first of these fields that is a string and not blank; null when none is.</summary>
    public static string? FirstText(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Field(name).Text() is { } text && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The strings of a list.</summary>
    public static IEnumerable<string> Texts(this JsonElement element)
        => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(Text).OfType<string>() : [];

    /// <summary>Names in any of their usual forms: a list of strings, a list of objects with a name, or one string.</summary>
    public static IEnumerable<string> PersonNames(this JsonElement element)
        => element.ValueKind switch
        {
            JsonValueKind.String => Split(element.GetString()!),
            JsonValueKind.Array => element.EnumerateArray().Select(item => item.Text() ?? item.Field("name").Text()).OfType<string>(),
            _ => [],
        };

    /// <summary>Subjects as a list of strings, or as one string with white space or commas between.</summary>
    public static IEnumerable<string> Labels(this JsonElement element)
        => element.ValueKind == JsonValueKind.String
            ? element.GetString()!.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : element.Texts();

    /// <summary>The strings of an object by their names.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> TextsByName(this JsonElement element)
        => element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.Text()))
            : [];

    /// <summary>The time; null when it is none.</summary>
    public static DateTimeOffset? Time(this JsonElement element) => ListingTime.Read(element.Text());

    /// <summary>The whole number from 0; null when it is none.</summary>
    public static int? Count(this JsonElement element)
        => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var count) && count >= 0 ? count : null;

    private static string[] Split(string names)
        => names.Split(names.Contains(';', StringComparison.Ordinal) ? NameSeparators[..1] : NameSeparators[1..], StringSplitOptions.TrimEntries);
}
