using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Parsing.Detection;

/// <summary>Why a listing is refused as a whole: what it looks like, what was tried, what to do. One line each.</summary>
internal static class Refusals
{
    public static string Unreadable(ContentLook look, IEnumerable<string> formats)
        => $"this looks like {look.Description}: {look.Advice} {Known(formats)}";

    public static string NoneFits(ContentLook look, IEnumerable<(string Name, string Reason)> tried)
    {
        var attempts = tried.ToList();
        var reasons = string.Join("; ", attempts.Select(attempt => $"{attempt.Name} ({attempt.Reason})"));
        return $"this looks like {look.Description}: {look.Advice} Tried: {reasons}. {Known(attempts.Select(attempt => attempt.Name))}";
    }

    public static string UnknownFormat(string format, IEnumerable<string> formats)
        => $"there is no format {ListingText.Quote(format)}: name another, or none to have it detected. {Known(formats)}";

    private static string Known(IEnumerable<string> formats) => $"This version reads: {string.Join(", ", formats)}.";
}
