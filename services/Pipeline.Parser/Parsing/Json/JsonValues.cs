using System.Text.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Json;

/// <summary>Values that several sources write in the same way.</summary>
internal static class JsonValues
{
    /// <summary>The elements of a list; none when this is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element)
        => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>Names from a list of objects, or of strings, by the first of these fields that is there.</summary>
    public static IEnumerable<string> NamesBy(this JsonElement element, params string[] fields)
        => element.Items().Select(item => item.Text() ?? item.FirstText(fields)).OfType<string>();

    /// <summary>Names from a list of objects with <c>given</c> and <c>family</c>, or <c>name</c> or <c>literal</c> for those who have no such parts.</summary>
    public static IEnumerable<string> GivenAndFamilyNames(this JsonElement element)
        => element.Items()
            .Select(item => PersonName.Of(item.Field("given").Text(), item.Field("family").Text()) ?? item.FirstText("name", "literal"))
            .OfType<string>();

    /// <summary>A date written as <c>{"date-parts":[[2015,12,21]]}</c>, with numbers or strings; month and day may be missing.</summary>
    public static DateTimeOffset? DateParts(this JsonElement element)
    {
        var parts = element.Field("date-parts").Items().FirstOrDefault().Items().Take(3).Select(Number).ToList();
        return parts.Count > 0 ? PartialDate.Of(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)) : null;
    }

    /// <summary>A time in milliseconds since 1970; null when it is none.</summary>
    public static DateTimeOffset? Milliseconds(this JsonElement element)
        => element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) && value is > 0 and < 10_000_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;

    /// <summary>A whole number from 0, also one written as a string; null when it is none.</summary>
    public static int? Whole(this JsonElement element)
        => element.Count() ?? (int.TryParse(element.Text(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null);

    private static int Number(JsonElement element) => element.Whole() ?? 0;
}
