namespace Pipeline.Parser.Reparsing;

/// <summary>Shortens a text to the part that matters.</summary>
internal static class Excerpt
{
    /// <summary>Longest excerpt, in UTF-16 code units, without the marks of what was left out.</summary>
    public const int Length = 80;

    private const int Lead = 20;
    private const string Mark = "…";

    /// <summary>Cuts a text to what stands around a place; a text that is short enough stays whole.</summary>
    /// <param name="text">The text; null gives null.</param>
    /// <param name="at">The place, from 0; also behind the end.</param>
    public static string? From(string? text, int at)
    {
        if (text is null || text.Length <= Length)
        {
            return text;
        }

        var start = Boundary(text, Math.Clamp(at - Lead, 0, text.Length - Length));
        var end = Boundary(text, Math.Min(start + Length, text.Length));
        return (start > 0 ? Mark : "") + text[start..end] + (end < text.Length ? Mark : "");
    }

    // Never between the halves of a surrogate pair.
    private static int Boundary(string text, int index)
        => index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]) ? index - 1 : index;
}
