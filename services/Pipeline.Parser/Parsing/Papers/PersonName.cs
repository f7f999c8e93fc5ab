namespace Pipeline.Parser.Parsing.Papers;

/// <summary>Names of people as sources write them.</summary>
internal static class PersonName
{
    /// <summary>"Wet, Ada" becomes "Ada Wet"; a name with no comma, or with several, stays.</summary>
    public static string InReadingOrder(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0 ? $"{parts[1]} {parts[0]}" : name;
    }

    /// <summary>A given and a family name, either of which may be missing; null when both are.</summary>
    public static string? Of(string? given, string? family)
        => (string.IsNullOrWhiteSpace(given), string.IsNullOrWhiteSpace(family)) switch
        {
            (false, false) => $"{given!.Trim()} {family!.Trim()}",
            (false, true) => given,
            (true, false) => family,
            _ => null,
        };
}
