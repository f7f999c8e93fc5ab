using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Detection;

/// <summary>Why a listing is refused as a whole: what it looks like, what was tried, what to do. One line each.</summary>
internal static class Refusals
{
    /// <summary>Longest reason of one format that is shown, in characters.</summary>
    public const int MaxReasonLength = 110;

    public static string Unreadable(ContentLook look, IEnumerable<string> formats)
        => $"this looks like {look.Description}: {look.Advice} This version reads: {string.Join(", ", formats)}.";

    public static string Packed(string fault) => $"this looks like a gzip file, but nothing in it could be read: {fault}";

    /// <summary>Content that was cut short may be refused for that alone.</summary>
    public static string CutShort(string refusal, string fault) => $"{refusal} Besides, {fault}";

    /// <summary>Formats that declined for the same reason stand together, so that the line stays readable however many there are.</summary>
    public static string NoneFits(ContentLook look, IEnumerable<(string Name, string Reason)> tried)
    {
        var reasons = tried
            .GroupBy(attempt => Shorten(attempt.Reason), attempt => attempt.Name, StringComparer.Ordinal)
            .Select(group => $"{string.Join(", ", group)} ({group.Key})");
        return $"this looks like {Describe(look)}: {look.Advice} Tried: {string.Join("; ", reasons)}.";
    }

    /// <summary>A page that was read as a format somebody named, and holds nothing of it.</summary>
    public static string NothingRead(ContentLook look, string format)
        => $"nothing in it can be read as {format}, and this looks like {Describe(look)}: {look.Advice}";

    public static string UnknownFormat(string format, IEnumerable<string> formats)
        => $"there is no format {ListingText.Quote(format)}: name another, or none to have it detected. This version reads: {string.Join(", ", formats)}.";

    private static string Describe(ContentLook look) => look.FirstWords is { } words ? $"{look.Description}, beginning with \"{words}\"" : look.Description;

    private static string Shorten(string reason)
    {
        var line = ListingText.OneLine(reason);
        return line.Length <= MaxReasonLength ? line : $"{line.AsSpan(0, MaxReasonLength - 1)}…";
    }
}
